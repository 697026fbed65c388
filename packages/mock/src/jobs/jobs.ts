import type { Catalog } from "../catalog/catalog.ts";
import { ulid, uuid } from "../catalog/ids.ts";
import { plural } from "../catalog/kind.ts";
import { IndexBy, type OrderedIndex } from "../catalog/ordered-index.ts";
import type { ResourceInput } from "../catalog/resource-input.ts";
import type { Steps } from "../catalog/steps.ts";
import { createRecord, findRecord, updateRecord } from "../catalog/write-record.ts";
import { ApiProblem, invalid } from "../fragment/api-problem.ts";
import {
  type Job,
  type JobFamily,
  jobLifetime,
  jobsInProgress,
  jobType,
  nextMoment,
  type Pace,
  recordsPerJob,
} from "./job.ts";

export interface JobsOptions {
  catalog: Catalog;
  pace: Pace;
  random: () => number;
  /** Called with every job whose stored form changed. */
  onChange?: (job: Job) => void;
}

/**
 * The bulk jobs of one account. They move on when somebody looks: everything that was due until then happens in the
 * order in which it was due, at the time at which it was due, as if somebody had looked at every moment.
 */
export class Jobs {
  readonly #options: Required<JobsOptions>;
  readonly #byId = new Map<string, Job>();
  readonly #byFamily = new IndexBy<Job>();
  readonly #running = new Set<Job>();
  #lastSeq = 0;
  /** Work that has begun and is paused between two steps. */
  #work: Steps | undefined;
  #until = 0;

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
   * @param at milliseconds since the epoch
   * @throws {ApiProblem} 400 for no records, too many of them or too many jobs in progress
   */
  submit(family: JobFamily, records: readonly ResourceInput[], pointer: string, at: number): Job {
    if (records.length === 0) throw invalid("A job takes at least one record.", { pointer });
    if (records.length > recordsPerJob) {
      throw tooMany(`A job takes at most ${recordsPerJob} records; this one has ${records.length}.`, pointer);
    }
    if (this.#running.size >= jobsInProgress) {
      throw tooMany(`At most ${jobsInProgress} jobs can be in progress at a time; wait for one to complete.`, "/data");
    }
    const job: Job = {
      ...family,
      id: ulid(at, this.#options.random),
      seq: this.#lastSeq + 1,
      records,
      pace: this.#options.pace,
      created: at,
      expires: at + jobLifetime,
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

  /**
   * @param at milliseconds since the epoch; everything that was due by then is done
   * @throws {RangeError} when there is no such job, or it has ended
   */
  cancel(id: string, at: number): void {
    const job = this.#byId.get(id);
    if (job === undefined) throw new RangeError(`there is no job ${id}`);
    if (job.ended !== undefined) throw new RangeError(`the job ${id} is ${job.status} already`);
    this.#end(job, "cancelled", at);
    this.#options.onChange(job);
  }

  /** Whether `settle()` would have anything to do; asked before every answer. */
  isDue(now: number): boolean {
    if (this.#work !== undefined) return true;
    const [oldest] = this.#byId.values();
    if (oldest !== undefined && oldest.expires <= now) return true;
    for (const job of this.#running) if (nextMoment(job) <= now) return true;
    return false;
  }

  /** Does everything that is due at `now` (milliseconds since the epoch), or what others have left of it. */
  *settle(now: number): Steps {
    this.#until = Math.max(this.#until, now);
    for (;;) {
      this.#work ??= this.#doWhatIsDue();
      if (this.#work.next().done) {
        this.#work = undefined;
        return;
      }
      yield;
    }
  }

  *#doWhatIsDue(): Steps {
    for (let job = this.#next(); job !== undefined && nextMoment(job) <= this.#until; job = this.#next()) {
      yield* this.#moveOn(job, nextMoment(job));
      this.#options.onChange(job);
      yield;
    }
    for (const job of this.#byId.values()) {
      if (job.expires > this.#until) break;
      this.#drop(job);
    }
  }

  #next(): Job | undefined {
    let first: Job | undefined;
    for (const job of this.#running) if (first === undefined || nextMoment(job) < nextMoment(first)) first = job;
    return first;
  }

  *#moveOn(job: Job, at: number): Steps {
    if (job.status === "queued") {
      job.status = "processing";
      return;
    }
    try {
      job.succeeded.push(yield* this.#apply(job, at));
    } catch (error) {
      job.failed++;
      for (const { code, title, detail, source } of errorsOf(error)) {
        const pointer = source?.pointer ?? "/data";
        job.errors.push({ id: uuid(this.#options.random), code, title, detail, source: { pointer } });
      }
    }
    job.done++;
    // It may have been cancelled while the work paused.
    if (job.done === job.records.length && job.ended === undefined) this.#end(job, "complete", at);
  }

  /** Does the work of a job's next record and returns the id it concerned. */
  *#apply({ kind, action, records, done }: Job, at: number): Steps<string> {
    const { catalog } = this.#options;
    const input = records[done] as ResourceInput;
    const pointer = `/data/attributes/${plural[kind]}/data/${done}`;
    if (action === "create") return (yield* createRecord(catalog, kind, input, { pointer, at })).id;
    const record = findRecord(catalog, kind, String(input.id), `${pointer}/id`);
    if (action === "update") yield* updateRecord(catalog, record, input, { pointer, at });
    else yield* catalog.delete(record);
    return record.id;
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

function errorsOf(error: unknown): ApiProblem["errors"] {
  if (error instanceof ApiProblem) return error.errors;
  return [{ code: "mock_error", title: "The mock failed.", detail: (error as Error).message }];
}

function tooMany(detail: string, pointer: string): ApiProblem {
  return new ApiProblem(400, [{ code: "limit_exceeded", title: "Limit exceeded.", detail, source: { pointer } }]);
}
