import type { JobAction } from "./bulk-record.ts";
import type { Chunk } from "./chunk.ts";
import type { Entry } from "./entry.ts";

/** What a run writes down before and after its submissions. */
export interface Ledger {
  newChunk(action: JobAction, entries: Entry[]): Chunk;
  /** Written ahead of a submission. */
  announce(chunk: Chunk): Promise<void>;
  accepted(chunk: Chunk): Promise<void>;
}

/** Keeps the numbers of chunks, and nothing beyond the run. */
export function ledger(): Ledger {
  let number = 0;
  return {
    newChunk(action, entries) {
      const chunk: Chunk = { number: number++, action, entries };
      for (const entry of entries) entry.chunk = chunk;
      return chunk;
    },
    announce: async () => {},
    accepted: async () => {},
  };
}
