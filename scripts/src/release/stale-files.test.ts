import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { staleFileProblems } from "./stale-files.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

test("a built file without a source is left from a build before", async () => {
  const packed = await packedFixture({
    "dist/index.js": "",
    "dist/index.d.ts": "",
    "dist/cli/main.js": "",
    "dist/gone.js": "",
    "dist/cli/gone.d.ts": "",
  });
  for (const file of ["src/index.ts", "src/cli/main.ts"]) {
    await mkdir(join(packed.folder, file, ".."), { recursive: true });
    await writeFile(join(packed.folder, file), "");
  }
  expect(await staleFileProblems(packed, packed.folder)).toEqual([
    expect.stringContaining("@org/fixture: dist/cli/gone.d.ts has no source any more"),
    expect.stringContaining("@org/fixture: dist/gone.js has no source any more"),
  ]);
});
