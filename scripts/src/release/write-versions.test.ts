import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packedFixture } from "./testing/packed-fixture.ts";
import { writeVersions } from "./write-versions.ts";

const manifest = JSON.stringify({ name: "@org/client", version: "1.2.3" });

test("a version in the source follows package.json, and stays when it is right", async () => {
  const { folder } = await packedFixture({
    "packages/client/package.json": manifest,
    "packages/client/src/version.ts": '/** Why. */\nexport const version = "0.0.0";\n',
    "packages/types/package.json": JSON.stringify({ name: "@org/types", version: "1.2.3" }),
  });
  const file = join(folder, "packages/client/src/version.ts");
  expect(await writeVersions(folder)).toEqual([file]);
  expect(await readFile(file, "utf8")).toBe('/** Why. */\nexport const version = "1.2.3";\n');
  expect(await writeVersions(folder)).toEqual([]);
});

test("a version that cannot be found is an error, not a stale number", async () => {
  const { folder } = await packedFixture({
    "packages/client/package.json": manifest,
    "packages/client/src/version.ts": "export let version = 1;\n",
  });
  await expect(writeVersions(folder)).rejects.toThrow("version.ts should hold");
});
