import type { Clock } from "../../basics/clock.ts";
import type { Entry } from "./chunk.ts";
import { envelopeBytes, mostBytes } from "./entry.ts";

/** Records of one job at most. */
export const recordsPerJob = 100;

/** Collects records for requests. */
export interface Batches {
  readonly size: number;
  add(entry: Entry): void;
  /** Lets what was collected go as it is. */
  flush(): void;
}

/**
 * Lets records go together once there are enough for a request, by number and by bytes, or once the first of them has
 * waited for `flushInterval` milliseconds.
 */
export function batches(clock: Clock, flushInterval: number, go: (entries: Entry[]) => void): Batches {
  let entries: Entry[] = [];
  let bytes = envelopeBytes;
  let cancel: (() => void) | undefined;
  const flush = (): void => {
    cancel?.();
    cancel = undefined;
    if (!entries.length) return;
    const full = entries;
    entries = [];
    bytes = envelopeBytes;
    go(full);
  };
  return {
    get size() {
      return entries.length;
    },
    add(entry) {
      // A comma stands between two records.
      if (bytes + entry.size + 1 > mostBytes) flush();
      entries.push(entry);
      bytes += entry.size + 1;
      if (entries.length >= recordsPerJob) flush();
      else cancel ??= clock.after(flushInterval, flush);
    },
    flush,
  };
}
