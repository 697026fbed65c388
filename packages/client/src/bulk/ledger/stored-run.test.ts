import { expect, test } from "vitest";
import { readPast, type StoredRun, storedRun } from "./stored-run.ts";
import { emptyTally } from "./tally.ts";

const run: StoredRun = {
  version: 1,
  action: "create",
  type: "catalog-item",
  read: 0,
  loose: [],
  digest: { size: 1, groups: [] },
  tally: emptyTally(),
  spent: { duration: 0, calls: 0 },
};
const damaged = (key: string) =>
  `The checkpoint is damaged: its entry ${key} is not as a run has written it. Nothing was sent: restore it, or remove it or take another one to begin anew.`;

test("a run is read as it was written, and a checkpoint may have none", () => {
  expect(storedRun(JSON.stringify(run))).toEqual(run);
  expect(storedRun(undefined)).toBeUndefined();
});

test.each([
  ...["version", "read", "loose", "digest", "tally", "spent"].map((part) => ({ [part]: undefined })),
  { digest: {} },
  { tally: {} },
])("a run with %j is damaged", (part) => {
  expect(() => storedRun(JSON.stringify({ ...run, ...part }))).toThrow(damaged("run"));
});

test("what a later version has written is not looked into", () => {
  expect(storedRun('{"version":2}')).toEqual({ version: 2 });
});

test("what is no JSON is damaged, and the error tells its cause", () => {
  try {
    storedRun("{");
  } catch (error) {
    expect(error).toMatchObject({ message: damaged("run"), cause: expect.any(SyntaxError) });
  }
  expect.assertions(1);
});

test("without a run its jobs say nothing", () => {
  const past = readPast(undefined, new Map([["job/0", "{"]]));
  expect(past).toMatchObject({ read: 0, chunks: [], tally: emptyTally(), spent: { duration: 0, calls: 0 } });
  expect([past.isSettled(0), past.loose.size, past.places.size]).toEqual([false, 0, 0]);
});

test("jobs are read by their numbers, with a place for each record that has moved on", () => {
  const text = JSON.stringify({ action: "create", at: 7, job: "J1", entries: [3, 2, -1, 1, 9, 1] });
  const { chunks, places } = readPast(
    run,
    new Map([
      ["run", "{}"],
      ["job/12", text],
      ["other", "{"],
    ]),
  );
  expect(chunks).toEqual([
    { number: 12, action: "create", at: 7, job: "J1", entries: [undefined, undefined, undefined, undefined] },
  ]);
  expect([...places]).toEqual([3, 4, 9].map((index, place) => [index, [chunks[0], place === 2 ? 3 : place]]));
});

test.each(['{"action":"create"}', '{"entries":[]}', "null", ""])("a job as %j is damaged", (text) => {
  expect(() => readPast(run, new Map([["job/3", text]]))).toThrow(damaged("job/3"));
});

test("what is counted on leaves what was stored as it is", () => {
  const past = readPast(run, new Map());
  past.tally.done++;
  expect(run.tally.done).toBe(0);
});
