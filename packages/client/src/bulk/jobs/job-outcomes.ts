import type { ApiErrorItem } from "../../answers/api-error.ts";
import type { BulkError } from "../records/bulk-outcome.ts";
import type { Chunk, Entry } from "../records/chunk.ts";
import type { Job } from "./calls.ts";

/** What a job, or a refusal of one, says of one of its records; without an error it was done. */
export interface Verdict {
  entry: Entry;
  status: "done" | "failed" | "unknown";
  error?: BulkError;
}

const pointerToRecord = /^\/data\/attributes\/\w+\/data\/(\d+)(\/.*)?$/;

/** Errors by the place of their record in the request. */
export function errorsByPlace(errors: readonly ApiErrorItem[]): Map<number, BulkError> {
  const found = new Map<number, BulkError>();
  for (const { code = "error", title, detail, source } of errors) {
    const [, place, pointer] = pointerToRecord.exec(source?.pointer ?? "") ?? [];
    // The first error of a record says enough.
    if (place !== undefined && !found.has(Number(place))) {
      found.set(Number(place), { code, title, detail: detail ?? title ?? code, pointer });
    }
  }
  return found;
}

/** What a job that has ended says of its records, and `unknown` of those that it says nothing of. */
export function verdictsOf(job: Job, chunk: Chunk, plural: string): Verdict[] {
  const { status, errors, failed_count } = job.attributes;
  const failed = errorsByPlace(errors ?? []);
  const written = new Set(job.relationships?.[plural]?.data?.map(({ id }) => id));
  const told = status === "complete" && (failed_count ?? 0) <= failed.size;
  const verdicts: Verdict[] = [];
  for (const [place, entry] of chunk.entries.entries()) {
    if (!entry) continue;
    const error = failed.get(place);
    if (error) verdicts.push({ entry, status: "failed", error });
    else if (told || written.has(entry.id as string)) verdicts.push({ entry, status: "done" });
    else verdicts.push({ entry, ...silence(job, written.size) });
  }
  return verdicts;
}

function silence({ id, attributes }: Job, written: number): Pick<Verdict, "status" | "error"> {
  const { status, completed_count, failed_count } = attributes;
  if (status === "cancelled" && written >= (completed_count ?? 0)) {
    return {
      status: "failed",
      error: { code: "job_cancelled", detail: `The job ${id} was cancelled before this record.` },
    };
  }
  const detail = `The job ${id} says that ${failed_count} records failed, but not which.`;
  return { status: "unknown", error: { code: "not_reported", detail } };
}
