import type { ApiErrorItem } from "../answers/api-error.ts";
import { isApiError } from "../answers/api-error.ts";
import { ConnectionError } from "../answers/connection-error.ts";
import { isTransient } from "../policies/transient.ts";
import { isRateLimitError } from "../rate-limit/rate-limit-error.ts";
import type { Calls, Job } from "./calls.ts";
import { type Chunk, entriesOf } from "./chunk.ts";
import { resourceFor } from "./entry.ts";
import { isRefusal } from "./persist.ts";

/** What has come of sending a job. */
export type Submission =
  | { kind: "accepted"; job: Job }
  /** The API refuses its records: nothing was done. */
  | { kind: "refused"; errors: readonly ApiErrorItem[] }
  /** Too many jobs are in progress: nothing was done. */
  | { kind: "busy" }
  /** Nothing was done, and it may go better later. */
  | { kind: "not sent"; error: unknown }
  /** It may have been done. */
  | { kind: "uncertain"; error: unknown }
  /** No job of this run will fare better. */
  | { kind: "hopeless"; error: unknown };

/** Sends a chunk as a job, and tells what has come of it. */
export async function submitChunk(chunk: Chunk, calls: Calls, signal: AbortSignal): Promise<Submission> {
  const resources = entriesOf(chunk).map((entry) => resourceFor(entry, chunk.action));
  try {
    const { data, error } = await calls.submit(chunk.action, resources, signal);
    if (error) return ofError(error);
    const job = data?.data;
    return job?.id
      ? { kind: "accepted", job }
      : { kind: "uncertain", error: new Error("An accepted job came without its id.") };
  } catch (error) {
    return ofError(error);
  }
}

function ofError(error: unknown): Submission {
  if (isRateLimitError(error) || (error instanceof ConnectionError && error.neverSent))
    return { kind: "not sent", error };
  if (!isApiError(error)) return { kind: isTransient(error) || isPlatform(error) ? "uncertain" : "hopeless", error };
  if (error.status === 429) return { kind: "not sent", error };
  if (!isRefusal(error)) return { kind: "uncertain", error };
  const { status, errors } = error;
  if (errors.some(meansTooManyJobs)) return { kind: "busy" };
  return [400, 409, 413, 422].includes(status) ? { kind: "refused", errors } : { kind: "hopeless", error };
}

/** An abort or a timeout of the whole call. */
function isPlatform(error: unknown): boolean {
  return ["AbortError", "TimeoutError"].includes((error as Error)?.name);
}

/** The API documents the limit, but not the words of its refusal. */
function meansTooManyJobs({ code = "", title = "", detail = "" }: ApiErrorItem): boolean {
  return /\bjobs?\b.*\bin progress\b|too many jobs|maximum number of jobs/i.test(`${code} ${title} ${detail}`);
}
