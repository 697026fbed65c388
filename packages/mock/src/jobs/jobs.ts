import type { Catalog } from "../catalog/catalog.ts";
import { ulid, uuid } from "../catalog/ids.ts";
import { plural } from "../catalog/kind.ts";
import { IndexBy, type OrderedIndex } from "../catalog/ordered-index.ts";
import { createRecord, findRecord, type ResourceInput, updateRecord } from "../catalog/write-record.ts";
import type { Clock } from "../clock/clock.ts";
import { ApiProblem } from "../fragment/api-problem.ts";
import { type Job, type JobFamily, jobLifetime, jobsInProgress, jobType, type Pace, recordsPerJob } from "./job.ts";

export interface JobsOptions {
  catalog: Catalog;
  clock: Clock;
  pace: Pace;
  random: () => number;
  /** Called with every job whose stored form changed. */
  onChange?: (job: Job) => void;
}

/** The bulk jobs of one account. They move on when somebody looks: `settle()` does all the work that is due. */
export class Jobs {
  readonly #options: Required<JobsOptions>;
  readonly #byId = new Map<string, Job>();
  readonly #byFamily = new IndexBy<Job>();
  readonly #running = new Set<Job>();
  #lastSeq = 0;

  constructor(options: JobsOptions) {
    this.#options = { onChange: () => {}, ...options };
  }

  get(id: string): Job | undefined {
    return this.#byId.get(id);
  }

  list(family: JobFamily): OrderedIndex<Job> {
    return this.#byFamily.group(jobType(family));
  }

  /**
   * @param now milliseconds since the epoch
   * @throws {ApiProblem} 400 for too many records or too many jobs in progress
   */
  submit(family: JobFamily, records: readonly ResourceInput[], pointer: string, now: number): Job {
    if (records.length > recordsPerJob) {
      throw tooMany(`A job takes at most ${recordsPerJob} records; this one has ${records.length}.`, pointer);
    }
    if (this.#running.size >= jobsInProgress) {
      throw tooMany(`At most ${jobsInProgress} jobs can be in progress at a time; wait for one to complete.`, "/data");
    }
    const { pace, random } = this.#options;
    const job: Job = {
      ...family,
      id: ulid(now, random),
      seq: this.#lastSeq + 1,
      records,
      pace,
      created: now,
      expires: now + jobLifetime,
      status: "queued",
      done: 0,
      failed: 0,
      errors: [],
      succeeded: [],
    };
    this.restore(job);
    this.#options.onChange(job);
    return job;
  }

  /** Puts a job back as it was kept. */
  restore(job: Job): void {
    this.#lastSeq = Math.max(this.#lastSeq, job.seq);
    this.#byId.set(job.id, job);
    this.#byFamily.add(jobType(job), job);
    if (job.ended === undefined) this.#running.add(job);
  }

  /** @throws {RangeError} when there is no such job, or it has ended */
  cancel(id: string): void {
    const now = this.#options.clock.now();
    this.settle(now);
    const job = this.#byId.get(id);
    if (job === undefined) throw new RangeError(`there is no job ${id}`);
    if (job.ended !== undefined) throw new RangeError(`the job ${id} is ${job.status} already`);
    this.#end(job, "cancelled", now);
    this.#options.onChange(job);
  }

  /** Does everything that is due at `now` (milliseconds since the epoch). */
  settle(now: number): void {
    for (const job of this.#running) this.#advance(job, now);
    for (const job of this.#byId.values()) {
      if (job.expires > now) break;
      this.#drop(job);
    }
  }

  #advance(job: Job, now: number): void {
    const { queued, processing } = job.pace;
    const elapsed = now - job.created - queued;
    // A job that takes no time is still answered as queued first, and done when next looked at.
    if (elapsed < 0) return;
    const total = job.records.length;
    const due = elapsed >= processing ? total : Math.floor((elapsed / processing) * total);
    if (job.status === "processing" && job.done === due && elapsed < processing) return;
    job.status = "processing";
    this.#options.onChange(job);
    while (job.done < due) this.#work(job);
    if (elapsed >= processing) this.#end(job, "complete", job.created + queued + processing);
  }

  #work(job: Job): void {
    const { catalog, random } = this.#options;
    try {
      job.succeeded.push(applyRecord(catalog, job, job.done));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      job.failed++;
      for (const { code, title, detail, source } of error.problems) {
        job.errors.push({ id: uuid(random), code, title, detail, source: { pointer: source?.pointer ?? "/data" } });
      }
    }
    job.done++;
  }

  #end(job: Job, status: "complete" | "cancelled", at: number): void {
    job.status = status;
    job.ended = at;
    this.#running.delete(job);
  }

  #drop(job: Job): void {
    this.#running.delete(job);
    this.#byId.delete(job.id);
    this.#byFamily.delete(jobType(job), job);
    this.#options.onChange(job);
  }
}

function tooMany(detail: string, pointer: string): ApiProblem {
  return new ApiProblem(400, [{ code: "limit_exceeded", title: "Limit exceeded.", detail, source: { pointer } }]);
}

/**
 * Does the work of one record of a job and returns the id it concerned.
 *
 * @throws {ApiProblem} with a pointer into the request body that submitted the job
 */
export function applyRecord(catalog: Catalog, { kind, action, records }: Job, index: number): string {
  const input = records[index];
  if (input === undefined) throw new RangeError(`the job has no record ${index}`);
  const pointer = `/data/attributes/${plural[kind]}/data/${index}`;
  if (action === "create") return createRecord(catalog, kind, input, pointer).id;
  const record = findRecord(catalog, kind, String(input.id), `${pointer}/id`);
  if (action === "update") updateRecord(catalog, record, input, pointer);
  else catalog.delete(record);
  return record.id;
}
