import { type ApiError, isApiError } from "../../answers/api-error.ts";
import { type Clock, sleep } from "../../basics/clock.ts";

/** Failures in a row after which a run is given up; the pauses between them add up to about two minutes. */
export const mostFailures = 9;

/** Milliseconds to wait after that many failures. */
export function pauseAfter(failures: number): number {
  return Math.min(250 * 2 ** failures, 30_000);
}

/** What is said of a request that is too long: by a server that has not taken it, often before the API, and each time. */
const tooLong = [413, 414, 431];

/**
 * Whether the API itself says no. Without its own errors it is a proxy that speaks, or an answer that was spoiled on its
 * way, and nobody knows what was done, unless it says that the request is too long.
 */
export function isRefusal(error: unknown): error is ApiError {
  if (!isApiError(error)) return false;
  const { status, errors } = error;
  return status >= 400 && status < 500 && status !== 429 && (errors.length > 0 || tooLong.includes(status));
}

/** Reads again and again, until there is an answer, the API refuses, or the signal aborts. */
export async function persist<Answer>(read: () => Promise<Answer>, clock: Clock, signal: AbortSignal): Promise<Answer> {
  for (let failures = 1; ; failures++) {
    try {
      return await read();
    } catch (error) {
      if (isRefusal(error) || signal.aborted || failures > mostFailures) throw error;
      await sleep(pauseAfter(failures), signal, clock);
    }
  }
}
