import type { Result } from "../answers/result.ts";
import { callHook } from "../basics/call-hook.ts";
import { type Clock, sleep, systemClock } from "../basics/clock.ts";
import { timeLimit, timeoutError } from "../basics/time-limit.ts";
import type { Answer } from "../call-types/answer.ts";
import type { AnyApi, OperationAt, PathsOf } from "../call-types/api.ts";
import type { NoQuery } from "../call-types/call-init.ts";
import type { AndMore, Call } from "../client/client.ts";
import { knownPath } from "../operations/known-path.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import { unwrap } from "./unwrap.ts";

type JobPath<Type extends string> = `/api/${Type}s/{job_id}` | `/api/${Type}s/{job_id}/`;

type TypeOf<Path> = Path extends JobPath<infer Type> ? Type : never;

/** The types of bulk jobs that a client knows, such as `catalog-item-bulk-create-job`. */
export type JobType<Api extends AnyApi> = TypeOf<PathsOf<Api, "GET">>;

/** The job resource of a type. */
export type JobOf<Api extends AnyApi, Type extends string> =
  Answer<OperationAt<Api, "GET", PathsOf<Api, "GET"> & JobPath<Type>>, NoQuery> extends { data: infer Job }
    ? Job
    : never;

/** What {@link waitForJob} needs of a client. */
export interface WaitForJobClient<Api extends AnyApi> {
  readonly GET: Call<Api, "GET">;
  /** Where the paths of jobs stand. Without it they are taken to have no slash at their end, as in new revisions. */
  readonly operations?: OperationTable | undefined;
}

/** What names a job: enough to go on waiting in another process. */
export interface JobReference<Type extends string> {
  type: Type;
  id: string;
}

/** Options of {@link waitForJob}. */
export interface WaitForJobOptions<Job> {
  /** Told after every look at the job. */
  onProgress?: ((job: Job) => unknown) | undefined;
  /**
   * Milliseconds between two looks; shortest and longest, and in between what the job's progress suggests.
   * @default { min: 500, max: 10_000 }
   */
  interval?: number | { min: number; max: number } | undefined;
  signal?: AbortSignal | null | undefined;
  /** Milliseconds for the whole wait; then it rejects with a `TimeoutError`. @default no limit */
  timeout?: number | undefined;
  /** @default the client's */
  clock?: Clock | undefined;
}

/**
 * Waits until a bulk job is `complete` or `cancelled`, and resolves to it. Records that failed are part of the result
 * (`failed_count`, `errors`), not an exception.
 *
 * @param job the submitted job, its document, or just `{ type, id }`
 * @throws {ApiError} when the job cannot be looked at; whatever the signal aborts with
 * @example
 * ```ts
 * import { createClient, waitForJob } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * const job = await waitForJob(klaviyo, { type: "catalog-item-bulk-create-job", id: "01J…" });
 * console.log(job.attributes.status, job.attributes.failed_count);
 * ```
 */
export async function waitForJob<Api extends AnyApi, const Type extends JobType<Api>>(
  client: AndMore<WaitForJobClient<Api>>,
  job: JobReference<Type> | { data: JobReference<Type> },
  options: WaitForJobOptions<JobOf<Api, Type>> = {},
): Promise<JobOf<Api, Type>> {
  const { onProgress, interval = { min: 500, max: 10_000 }, signal, timeout } = options;
  const { min, max } = typeof interval === "number" ? { min: interval, max: interval } : interval;
  const { type, id } = "data" in job ? job.data : job;
  const jobs = client as unknown as LooseClient;
  const { clock = jobs.clock ?? systemClock } = options;
  const path = jobPath(type, jobs.operations);

  const wait = async (signal: AbortSignal | null | undefined): Promise<Job> => {
    const began = clock.now();
    for (let looks = 0; ; looks++) {
      const { data: found } = await unwrap(jobs.GET(path, { params: { path: { job_id: id } }, signal }));
      callHook(onProgress, found as JobOf<Api, Type>);
      const { status, completed_count, total_count } = found.attributes;
      if (["complete", "cancelled"].includes(status)) return found;
      const done = (completed_count ?? 0) / (total_count || 1);
      const passed = clock.now() - began;
      const left = done > 0 ? passed / done - passed : min * 1.5 ** looks;
      await sleep(Math.min(Math.max(left, min), max), signal, clock);
    }
  };
  const error = () => timeoutError(timeout, `The job ${id} (${type}) has not ended`);
  return timeLimit({ milliseconds: timeout, signal, clock, error }, wait) as Promise<JobOf<Api, Type>>;
}

function jobPath(type: string, operations?: OperationTable): string {
  const found = knownPath(`/api/${type}s/{job_id}`, operations);
  if (!found) throw new TypeError(`${type} is no type of job.`);
  return found;
}

interface LooseClient {
  GET(path: string, init: object): Promise<Result<{ data: Job }>>;
  operations?: OperationTable;
  clock?: Clock;
}

interface Job {
  attributes: { status: string; completed_count?: number | null; total_count?: number };
}
