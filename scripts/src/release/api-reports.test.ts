import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { apiReportProblems, apiReports, expectedReport } from "./api-reports.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

const changeset = '---\n"@org/client": minor\n---\n\nFirst.\n';
const manifest = { name: "@org/client", version: "1.0.0", exports: { ".": { types: "./dist/index.d.ts" } } };

let root: string;
const write = (path: string, text: string) => writeFile(join(root, path), text);
const report = async (released = false) => {
  for (const one of await apiReports(root)) await write(one.path, expectedReport(one, released));
};

beforeEach(async () => {
  ({ folder: root } = await packedFixture({
    "packages/client/package.json": JSON.stringify(manifest),
    "packages/client/dist/index.d.ts": "export declare const a: 1;\n",
    ".changeset/first.md": changeset,
  }));
  await report();
});

test("a first release needs a changeset, and a report that is up to date", async () => {
  expect(await apiReportProblems(root)).toEqual([]);
  await rm(join(root, "packages/client/api.md"));
  expect(await apiReportProblems(root)).toEqual([
    expect.stringMatching(
      /^packages\/client\/api\.md: what @org\/client exports is not what the report says; run `pnpm api-report`/,
    ),
  ]);
});

test("a change of what is exported has to be in the report and in a changeset", async () => {
  await rm(join(root, ".changeset/first.md"));
  await report(true);
  expect(await apiReportProblems(root)).toEqual([]);

  await write("packages/client/dist/index.d.ts", "export declare const a: 2;\n");
  expect(await apiReportProblems(root)).toEqual([
    expect.stringContaining("is not what the report says"),
    expect.stringContaining("what @org/client exports changed since 1.0.0, and no changeset says so"),
  ]);
  await report();
  expect(await apiReportProblems(root)).toEqual([
    expect.stringContaining("no changeset says so; run `pnpm changeset`"),
  ]);
  await write(".changeset/second.md", changeset);
  expect(await apiReportProblems(root)).toEqual([]);
});

test("a changeset of another package does not do", async () => {
  await write(".changeset/first.md", changeset.replace("client", "types"));
  expect(await apiReportProblems(root)).toEqual([
    expect.stringContaining("before any release, and no changeset says so"),
  ]);
});

test("without a build it says what to do", async () => {
  await rm(join(root, "packages/client/dist"), { recursive: true });
  await expect(apiReportProblems(root)).rejects.toThrow("run `pnpm build` first");
});
