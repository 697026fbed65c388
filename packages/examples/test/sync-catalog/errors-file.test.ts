import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { InputRecord } from "../../src/sync-catalog/catalog/catalog-record.ts";
import { ErrorsFile } from "../../src/sync-catalog/send/errors-file.ts";

test.each([
  ["create", { title: "A", description: "" }],
  ["update", { title: "A" }],
] as const)("what failed to %s is written with what it needs to be tried again", async (action, attributes) => {
  const folder = await mkdtemp(join(tmpdir(), "sync-errors-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const errors = new ErrorsFile(join(folder, "a.errors.ndjson"), "a.csv");
  const [type, external_id] = ["catalog-item", "a"] as const;
  errors.add({ action, type, external_id, status: "failed", error: "500" });
  async function* records(): AsyncGenerator<InputRecord> {
    const at = () => ({ file: "a.csv", line: 1, column: 1 });
    yield { type, external_id, attributes: { title: "A" }, defaults: { description: "" }, at, leftover: false };
  }
  await errors.write(records());
  const written = JSON.parse(await readFile(errors.path, "utf8"));
  expect(written).toEqual({ type, external_id, ...attributes, error: "500", source: "a.csv" });
});
