import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { bulk } from "../bulk/bulk.ts";
import { bulkWorld, ownCategories } from "../testing/bulk-world.ts";
import { checkpointChecks } from "./checkpoint-checks.ts";
import { fileCheckpoint } from "./file-checkpoint.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "checkpoint-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

test.each(checkpointChecks.map(({ name, check }) => [name, check] as const))("%s", async (_, check) => {
  const file = join(folder(), "run.db");
  await check(() => fileCheckpoint(file));
});

const entries = (count: number): Map<string, string> =>
  new Map(Array.from({ length: count }, (_, index) => [`job/${index}`, "x".repeat(1000)]));

test("a write that was torn off is gone as a whole, and those before it are there", async () => {
  const place = folder();
  const [file, crashed] = [join(place, "run.db"), join(place, "crashed.db")];
  const checkpoint = fileCheckpoint(file);
  await checkpoint.read();
  await checkpoint.write(new Map([["a", "1"]]));
  await checkpoint.write(entries(20));
  // What a crash leaves: both files as they are at this moment, the last write cut short.
  copyFileSync(file, crashed);
  copyFileSync(`${file}-wal`, `${crashed}-wal`);
  await checkpoint.close?.();
  truncateSync(`${crashed}-wal`, statSync(`${crashed}-wal`).size - 3000);
  const after = fileCheckpoint(crashed);
  expect(await after.read()).toEqual(new Map([["a", "1"]]));
  await after.write(new Map([["a", "2"]]));
  await after.close?.();
});

test("a file that many jobs went through is no larger than what is open at a time needs", async () => {
  const file = join(folder(), "run.db");
  const checkpoint = fileCheckpoint(file);
  await checkpoint.read();
  for (let round = 0; round < 50; round++) {
    await checkpoint.write(entries(500));
    await checkpoint.write(new Map([...entries(500).keys()].map((key) => [key, undefined])));
  }
  await checkpoint.close?.();
  expect(statSync(file).size).toBeLessThan(3_000_000);
});

test("a file that is none of ours is refused and left as it is", async () => {
  const place = folder();
  const [text, other] = [join(place, "text.db"), join(place, "other.db")];
  writeFileSync(text, "no database at all, and long enough to be looked at by anybody who opens databases");
  const database = new DatabaseSync(other);
  database.exec("CREATE TABLE mine (id INTEGER)");
  database.close();
  for (const [file, reason] of [
    [text, "file is not a database"],
    [other, "it is another program's database"],
    [join(place, "missing", "run.db"), "unable to open database file"],
  ] as const) {
    const before = file.includes("missing") ? undefined : readFileSync(file);
    await expect(fileCheckpoint(file).read()).rejects.toMatchObject({
      message: `The checkpoint ${file} cannot be opened: ${reason}.`,
      cause: expect.any(Error),
    });
    if (before) expect(readFileSync(file)).toEqual(before);
  }
});

test("a file whose entries are torn is refused, and let go of", async () => {
  const file = join(folder(), "run.db");
  const checkpoint = fileCheckpoint(file);
  await checkpoint.read();
  await checkpoint.write(entries(50));
  await checkpoint.close?.();
  const whole = readFileSync(file);
  writeFileSync(file, Buffer.from(whole).fill(0xff, 4096));
  await expect(fileCheckpoint(file).read()).rejects.toThrow(
    `The checkpoint ${file} cannot be opened: database disk image is malformed.`,
  );
  writeFileSync(file, whole);
  const mended = fileCheckpoint(file);
  expect(await mended.read()).toEqual(entries(50));
  await mended.close?.();
});

test("a write that fails is taken back, and the next one is kept", async () => {
  const file = join(folder(), "run.db");
  const checkpoint = fileCheckpoint(file);
  await checkpoint.read();
  const impossible = new Map([
    ["a", "1"],
    ["b", Symbol("no text") as unknown as string],
  ]);
  expect(() => checkpoint.write(impossible)).toThrow(TypeError);
  await checkpoint.write(new Map([["c", "3"]]));
  await checkpoint.close?.();
  const after = fileCheckpoint(file);
  expect(await after.read()).toEqual(new Map([["c", "3"]]));
  await after.close?.();
});

test("a checkpoint is read before it is written, and may be closed at any time", async () => {
  const checkpoint = fileCheckpoint(join(folder(), "run.db"));
  const write = () => checkpoint.write(new Map([["a", "1"]]));
  await checkpoint.close?.();
  expect(write).toThrow("A checkpoint is read before it is written.");
  await checkpoint.read();
  await checkpoint.close?.();
  await checkpoint.close?.();
  expect(write).toThrow("A checkpoint is read before it is written.");
});

test("one process at a time uses a file", async () => {
  const file = join(folder(), "run.db");
  const first = fileCheckpoint(file);
  await first.read();
  await expect(fileCheckpoint(file).read()).rejects.toThrow("another process uses it");
  await first.close?.();
  const second = fileCheckpoint(file);
  expect((await second.read()).size).toBe(0);
  await second.close?.();
});

test("a run that is refused the checkpoint of another one leaves it to that one", async () => {
  const { clock, klaviyo, mock } = bulkWorld();
  const checkpoint = fileCheckpoint(join(folder(), "run.db"));
  const records = ownCategories(250);
  const first = clock.run(bulk(klaviyo, "create", "catalog-category", records, { checkpoint }).summary());
  const second = clock.run(bulk(klaviyo, "create", "catalog-category", records, { checkpoint }).summary());
  await expect(second).rejects.toThrow(/cannot be opened: another process uses it\.$/);
  expect(await first).toMatchObject({ done: 250, failed: 0, unknown: 0 });
  expect(mock.state.categories.size).toBe(250);
  expect(await clock.run(bulk(klaviyo, "create", "catalog-category", records, { checkpoint }).summary())).toMatchObject(
    { read: 250, done: 250 },
  );
});
