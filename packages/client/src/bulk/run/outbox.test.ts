import { expect, test } from "vitest";
import type { Verdict } from "../jobs/job-outcomes.ts";
import { entryOf } from "../records/entry.ts";
import { type Outbox, outboxByCompletion, outboxByInput } from "./outbox.ts";

function put(outbox: Outbox, ...indexes: number[]): void {
  for (const index of indexes) {
    const entry = entryOf({ id: `C${index}` }, index, "delete", "catalog-category");
    outbox.put({ entry, status: "done" } satisfies Verdict);
  }
}

/** Takes what can be taken, that many at most. */
function take(outbox: Outbox, most = Number.POSITIVE_INFINITY): number[] {
  const taken: number[] = [];
  while (taken.length < most) {
    const verdict = outbox.take();
    if (!verdict) break;
    taken.push(verdict.entry.index);
  }
  return taken;
}

test("by completion, outcomes are taken as they came, whenever they are taken", () => {
  const outbox = outboxByCompletion();
  expect(take(outbox)).toEqual([]);
  put(outbox, 3, 1, 2);
  expect(take(outbox, 2)).toEqual([3, 1]);
  put(outbox, 0, 5);
  expect(take(outbox)).toEqual([2, 0, 5]);
  put(outbox, 4);
  expect(take(outbox)).toEqual([4]);
  expect(take(outbox)).toEqual([]);
});

test("by input, an outcome waits for those of the records before it, but for those that have none in this run", () => {
  const outbox = outboxByInput((index) => index === 0 || index === 3 || index === 4);
  put(outbox, 2, 6);
  expect(take(outbox)).toEqual([]);
  put(outbox, 1);
  expect(take(outbox)).toEqual([1, 2]);
  put(outbox, 5);
  expect(take(outbox)).toEqual([5, 6]);
});

test("by input, a record that a run before has settled has its outcome when it has one after all", () => {
  const outbox = outboxByInput((index) => index === 0);
  put(outbox, 0);
  expect(outbox.take()?.entry.index).toBe(0);
});
