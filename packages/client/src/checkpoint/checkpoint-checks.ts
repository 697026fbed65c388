import type { Checkpoint } from "./checkpoint.ts";

/** One promise of a {@link Checkpoint}. */
export interface CheckpointCheck {
  /** A sentence that names a test. */
  name: string;
  /**
   * @param open opens the checkpoint of one place, as another process would; the place is empty at first
   * @throws {Error} when the promise is not kept
   */
  check(open: () => Checkpoint | Promise<Checkpoint>): Promise<void>;
}

/**
 * What an implementation of `Checkpoint` has to keep, for the test runner of your choice.
 *
 * @example
 * ```ts
 * import { test } from "node:test";
 * import { checkpointChecks, fileCheckpoint } from "@org/client/node";
 *
 * for (const [index, { name, check }] of checkpointChecks.entries()) {
 *   test(name, () => check(() => fileCheckpoint(`place-${index}.db`)));
 * }
 * ```
 */
export const checkpointChecks: readonly CheckpointCheck[] = [
  {
    name: "an empty place reads as nothing",
    async check(open) {
      await expectEntries(open, {});
    },
  },
  {
    name: "what was written is read by the next process, and what was removed is not",
    async check(open) {
      await write(open, { a: "1", b: "2", c: "3" });
      await expectEntries(open, { a: "1", b: "2", c: "3" });
      await write(open, { a: undefined, b: "4", d: undefined });
      await expectEntries(open, { b: "4", c: "3" });
    },
  },
  {
    name: "any text is kept as it is",
    async check(open) {
      const entries = {
        "job/1": '{"a":"\u0000\n\'"}',
        "ключ 🔑": "значение 🗝",
        empty: "",
        long: "x".repeat(1_000_000),
      };
      await write(open, entries);
      await expectEntries(open, entries);
    },
  },
  {
    name: "what was written is kept by a process that does not close it",
    async check(open) {
      const abandoned = await open();
      await abandoned.read();
      await abandoned.write(new Map([["a", "1"]]));
      // A process that ends gives up its locks; here it can only be told to.
      await abandoned.close?.();
      await expectEntries(open, { a: "1" });
    },
  },
  {
    name: "a write of which one change cannot be kept changes nothing",
    async check(open) {
      await write(open, { a: "1" });
      const checkpoint = await open();
      await checkpoint.read();
      const impossible = new Map<string, string>([
        ["a", "2"],
        ["b", Symbol("no text") as unknown as string],
      ]);
      let refused = false;
      try {
        await checkpoint.write(impossible);
      } catch {
        refused = true;
      }
      await checkpoint.close?.();
      if (!refused) throw new Error("a value that is no text was written without an error");
      await expectEntries(open, { a: "1" });
    },
  },
  {
    name: "hundreds of writes to the same keys leave only what stands there last",
    async check(open) {
      const checkpoint = await open();
      await checkpoint.read();
      for (let round = 0; round < 300; round++) {
        const changes = { run: String(round), [`job/${round}`]: "open", [`job/${round - 1}`]: undefined };
        await checkpoint.write(new Map(Object.entries(changes)));
      }
      await checkpoint.close?.();
      await expectEntries(open, { run: "299", "job/299": "open" });
    },
  },
];

async function write(
  open: () => Checkpoint | Promise<Checkpoint>,
  changes: Record<string, string | undefined>,
): Promise<void> {
  const checkpoint = await open();
  await checkpoint.read();
  await checkpoint.write(new Map(Object.entries(changes)));
  await checkpoint.close?.();
}

async function expectEntries(
  open: () => Checkpoint | Promise<Checkpoint>,
  expected: Record<string, string>,
): Promise<void> {
  const checkpoint = await open();
  const entries = [...(await checkpoint.read())].sort(([a], [b]) => (a < b ? -1 : 1));
  await checkpoint.close?.();
  const wanted = Object.entries(expected).sort(([a], [b]) => (a < b ? -1 : 1));
  const show = (list: [string, string][]): string => JSON.stringify(list).slice(0, 300);
  if (JSON.stringify(entries) !== JSON.stringify(wanted)) {
    throw new Error(`the checkpoint reads as ${show(entries)}; expected ${show(wanted)}`);
  }
}
