import type { ApiErrorItem } from "../../answers/api-error.ts";
import type { BulkError } from "../records/bulk-outcome.ts";
import type { Entry } from "../records/chunk.ts";
import { errorsByPlace } from "./job-outcomes.ts";

/** What is to become of records whose job was refused. */
export interface Divided {
  /** Those to blame for it. */
  failed: Map<Entry, BulkError>;
  /** Those to send again, without the others. */
  kept: Entry[];
  /** Those to send as a job of their own. */
  rest: Entry[];
}

/** Finds the records that a refusal names; when it names none, halves are sent until one record is left to blame. */
export function divideRefused(entries: readonly Entry[], errors: readonly ApiErrorItem[]): Divided {
  const failed = new Map<Entry, BulkError>();
  for (const [place, error] of errorsByPlace(errors)) {
    const entry = entries[place];
    if (entry) failed.set(entry, error);
  }
  if (failed.size) return { failed, kept: entries.filter((entry) => !failed.has(entry)), rest: [] };
  const [alone, another] = entries;
  if (alone && !another) {
    const [{ code = "refused", title, detail = title ?? code } = {}] = errors;
    return { failed: new Map([[alone, { code, title, detail }]]), kept: [], rest: [] };
  }
  const half = Math.floor(entries.length / 2);
  return { failed, kept: entries.slice(0, half), rest: entries.slice(half) };
}
