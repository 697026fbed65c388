import { expect, test } from "vitest";
import type { Checkpoint } from "./checkpoint.ts";
import { checkpointChecks } from "./checkpoint-checks.ts";

type Entries = Map<string, string>;
type Changes = ReadonlyMap<string, string | undefined>;

function keep(entries: Entries, changes: Changes): void {
  for (const [key, value] of changes) value === undefined ? entries.delete(key) : entries.set(key, value);
}

function keepTexts(entries: Entries, changes: Changes): void {
  if ([...changes.values()].some((value) => typeof value === "symbol")) throw new TypeError("no text");
  keep(entries, changes);
}

/** What the checks say of a checkpoint that one process at a time uses, and that reads and writes like this. */
async function said(
  write: (entries: Entries, changes: Changes) => void,
  read: (entries: Entries) => Entries = (entries) => new Map(entries),
): Promise<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const { name, check } of checkpointChecks) {
    const entries: Entries = new Map();
    let isUsed = false;
    const open = async (): Promise<Checkpoint> => {
      if (isUsed) throw new Error("another process uses it");
      isUsed = true;
      let isRead = false;
      return {
        async read() {
          isRead = true;
          return read(entries);
        },
        async write(changes) {
          if (!isRead) throw new Error("not read yet");
          write(entries, changes);
        },
        async close() {
          isUsed = false;
        },
      };
    };
    await check(open).catch(({ message }) => {
      words[name] = message;
    });
  }
  return words;
}

const isEmpty = "an empty place reads as nothing";
const isKept = "what was written is read by the next process, and what was removed is not";
const anyText = "any text is kept as it is";
const notClosed = "what was written is kept by a process that does not close it";
const wholly = "a write of which one change cannot be kept changes nothing";
const often = "hundreds of writes to the same keys leave only what stands there last";

test("a checkpoint that keeps its promises passes, in whatever order it reads", async () => {
  expect(await said(keepTexts)).toEqual({});
  expect(await said(keepTexts, (entries) => new Map([...entries].reverse()))).toEqual({});
  expect(checkpointChecks.map(({ name }) => name)).toEqual([isEmpty, isKept, anyText, notClosed, wholly, often]);
});

test("a checkpoint needs no close", async () => {
  for (const { check } of checkpointChecks) {
    const entries: Entries = new Map();
    await check(() => ({ read: () => new Map(entries), write: (changes) => keepTexts(entries, changes) }));
  }
});

test("a place that is not empty at first is told", async () => {
  const words = await said(keepTexts, (entries) => new Map([...entries, ["other", "1"]]));
  expect(words[isEmpty]).toBe('the checkpoint reads as [["other","1"]]; expected []');
});

test("what is not kept, not removed or not replaced is told", async () => {
  expect(Object.keys(await said(() => {}))).toEqual([isKept, anyText, notClosed, wholly, often]);
  const lasting = await said((entries, changes) => {
    for (const [key, value] of changes) if (value !== undefined) keepTexts(entries, new Map([[key, value]]));
  });
  expect(lasting).toMatchObject({
    [isKept]: 'the checkpoint reads as [["a","1"],["b","4"],["c","3"]]; expected [["b","4"],["c","3"]]',
    [often]: expect.stringContaining('expected [["job/299","open"],["run","299"]]'),
  });
  expect(lasting[often]?.length).toBeLessThan(450);
  const first = await said((entries, changes) => keepTexts(entries, new Map([...changes, ...entries])));
  expect(Object.keys(first)).toEqual([isKept, often]);
});

test.each<[string, (text: string) => string]>([
  ["loses zeros", (text) => text.replace("\0", "")],
  ["loses characters", (text) => text.replace("🗝", "?")],
  ["cuts long texts", (text) => text.slice(0, 999_999)],
])("a checkpoint that %s is told", async (_, textOf) => {
  const words = await said((entries, changes) => {
    keepTexts(entries, changes);
    for (const [key, value] of entries) entries.set(key, textOf(value));
  });
  expect(Object.keys(words)).toEqual([anyText]);
});

test("a checkpoint that loses empty texts is told", async () => {
  const words = await said((entries, changes) => {
    keepTexts(entries, changes);
    for (const [key, value] of entries) if (!value) entries.delete(key);
  });
  expect(Object.keys(words)).toEqual([anyText]);
});

test("a write that is done in part, or takes what is no text, is told", async () => {
  const inPart = await said((entries, changes) => {
    for (const change of changes) keepTexts(entries, new Map([change]));
  });
  expect(inPart).toEqual({ [wholly]: 'the checkpoint reads as [["a","2"]]; expected [["a","1"]]' });
  const lax = await said((entries, changes) => {
    if (![...changes.values()].some((value) => typeof value === "symbol")) keep(entries, changes);
  });
  expect(lax).toEqual({ [wholly]: "a value that is no text was written without an error" });
});
