/**
 * Keeps what a run of `bulk` has to know after a crash: a few hundred short texts by key, however many records there are.
 * One run uses it at a time; its keys and values are the run's own affair. `checkpointChecks` of `@org/client/node` tells
 * whether an implementation keeps these promises.
 *
 * @example
 * ```ts
 * import type { Checkpoint } from "@org/client";
 *
 * // Survives an error, but not the end of the process.
 * export function memoryCheckpoint(): Checkpoint {
 *   const entries = new Map<string, string>();
 *   return {
 *     read: () => entries,
 *     write(changes) {
 *       for (const [key, value] of changes) value === undefined ? entries.delete(key) : entries.set(key, value);
 *     },
 *   };
 * }
 * ```
 */
export interface Checkpoint {
  /** Everything that was written; called once, before anything else. */
  read(): ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>>;
  /**
   * Sets keys, and removes those whose value is `undefined`: all of them or, when it throws or the machine stops, none.
   * When it returns or resolves, they survive whatever happens to the process. A next call comes only after that.
   */
  write(changes: ReadonlyMap<string, string | undefined>): void | Promise<void>;
  /** Called when the run has ended, whatever ended it, unless `read` has failed: what that has opened, it closes. */
  close?(): void | Promise<void>;
}
