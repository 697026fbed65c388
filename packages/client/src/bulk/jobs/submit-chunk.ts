import type { ApiError, ApiErrorItem } from "../../answers/api-error.ts";
import { isApiError } from "../../answers/api-error.ts";
import { ConnectionError } from "../../answers/connection-error.ts";
import { onAbort } from "../../basics/on-abort.ts";
import { isTransient } from "../../policies/transient.ts";
import { isRateLimitError } from "../../rate-limit/rate-limit-error.ts";
import { type Chunk, entriesOf } from "../records/chunk.ts";
import { resourceFor } from "../records/entry.ts";
import type { Calls, Job } from "./calls.ts";
import { isRefusal } from "./persist.ts";
import type { Stopper } from "./stopper.ts";

/** What has come of sending a job. */
export type Submission =
  | { kind: "accepted"; job: Job }
  /** The API refuses its records: nothing was done. */
  | { kind: "refused"; errors: readonly ApiErrorItem[]; error: ApiError }
  /** Too many jobs are in progress: nothing was done. */
  | { kind: "busy" }
  /** Nothing was done, and it may go better later. */
  | { kind: "not sent"; error: unknown }
  /** It may have been done. */
  | { kind: "uncertain"; error: unknown }
  /** No job of this run will fare better. */
  | { kind: "hopeless"; error: unknown };

/** Sends a chunk as a job, and tells what has come of it. */
export type SubmitChunk = (chunk: Chunk) => Promise<Submission>;

/**
 * Makes a {@link SubmitChunk}. When the run is to stop, a request that waits for the rate limit is taken back; one that
 * is on its way is answered, because a request that is cut off leaves nobody knowing whether there is a job.
 */
export function submitChunk(calls: Calls, { halted, expired }: Pick<Stopper, "halted" | "expired">): SubmitChunk {
  /** Whether the client says when it sends: of one that does not, nobody knows what it has not sent. */
  let tellsOfSending = false;

  return async (chunk) => {
    if (halted.aborted) return { kind: "not sent", error: halted.reason };
    const resources = entriesOf(chunk).map((entry) => resourceFor(entry, chunk.action));
    const cut = new AbortController();
    let isSent = false;
    const forget = [
      onAbort(halted, () => isSent || cut.abort(halted.reason)),
      onAbort(expired, () => cut.abort(expired.reason)),
    ];
    const onSend = (): void => {
      tellsOfSending = isSent = true;
    };
    try {
      const { data, error } = await calls.submit(chunk.action, resources, { signal: cut.signal, onSend });
      if (error) return ofError(error);
      const job = data?.data;
      return job?.id
        ? { kind: "accepted", job }
        : { kind: "uncertain", error: new Error("An accepted job came without its id.") };
    } catch (error) {
      return cut.signal.aborted && tellsOfSending && !isSent ? { kind: "not sent", error } : ofError(error);
    } finally {
      for (const one of forget) one();
    }
  };
}

function ofError(error: unknown): Submission {
  if (isRateLimitError(error) || (error instanceof ConnectionError && error.neverSent))
    return { kind: "not sent", error };
  if (!isApiError(error)) return { kind: isTransient(error) || isPlatform(error) ? "uncertain" : "hopeless", error };
  if (error.status === 429) return { kind: "not sent", error };
  if (!isRefusal(error)) return { kind: "uncertain", error };
  const { status } = error;
  const errors = error.errors.length ? error.errors : [{ code: "refused", detail: error.message }];
  if (errors.some(meansTooManyJobs)) return { kind: "busy" };
  return [400, 409, 413, 422].includes(status) ? { kind: "refused", errors, error } : { kind: "hopeless", error };
}

/** An abort or a timeout of the whole call. */
function isPlatform(error: unknown): boolean {
  return ["AbortError", "TimeoutError"].includes((error as Error)?.name);
}

/** The API documents the limit, but not the words of its refusal. */
function meansTooManyJobs({ code = "", title = "", detail = "" }: ApiErrorItem): boolean {
  return /\bjobs?\b.*\bin progress\b|too many jobs|maximum number of jobs/i.test(`${code} ${title} ${detail}`);
}
