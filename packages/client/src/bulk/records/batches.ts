import type { Clock } from "../../basics/clock.ts";
import type { Entry } from "./chunk.ts";
import { envelopeBytes, mostBytes } from "./entry.ts";

/** Records of one job at most. */
export const recordsPerJob = 100;

/** Collects records for requests. */
export interface Batches {
  readonly size: number;
  /** @param waited milliseconds that it has waited for others before */
  add(entry: Entry, waited?: number): void;
  /** Lets what was collected go as it is. */
  flush(): void;
}

/**
 * Lets records go together once there are enough for a request, by number and by bytes, or once the first of them has
 * waited for `flushInterval` milliseconds.
 */
export function batches(clock: Clock, flushInterval: number, go: (entries: Entry[], waited: number) => void): Batches {
  let entries: Entry[] = [];
  /** The time since when one of them waits. */
  let since = Number.POSITIVE_INFINITY;
  let bytes = envelopeBytes;
  let cancel: (() => void) | undefined;
  const flush = (): void => {
    cancel?.();
    cancel = undefined;
    if (!entries.length) return;
    const full = entries;
    const waited = clock.now() - since;
    entries = [];
    bytes = envelopeBytes;
    since = Number.POSITIVE_INFINITY;
    go(full, waited);
  };
  const waitFrom = (time: number): void => {
    if (time >= since) return;
    cancel?.();
    since = time;
    cancel = clock.after(Math.max(0, since + flushInterval - clock.now()), flush);
  };
  return {
    get size() {
      return entries.length;
    },
    add(entry, waited = 0) {
      // A comma stands between two records.
      if (bytes + entry.size + 1 > mostBytes) flush();
      entries.push(entry);
      bytes += entry.size + 1;
      if (entries.length >= recordsPerJob) flush();
      else waitFrom(clock.now() - waited);
    },
    flush,
  };
}
