import { expect, test } from "vitest";
import { ApiError, type ApiErrorItem } from "../../answers/api-error.ts";
import { ConnectionError } from "../../answers/connection-error.ts";
import { bell } from "../../basics/bell.ts";
import { virtualClock } from "../../testing/virtual-clock.ts";
import { type LedgerOptions, ledger } from "../ledger/ledger.ts";
import type { JobAction } from "../records/bulk-record.ts";
import type { Chunk, Entry } from "../records/chunk.ts";
import { entryOf } from "../records/entry.ts";
import type { Calls, Job, Sending } from "./calls.ts";
import { chunkRunner } from "./chunk-runner.ts";
import { stopper } from "./stopper.ts";

/** What an API does with a submission: it takes it, takes it and says nothing, or fails. */
type Answer = "take" | "lose" | Error;

interface WorldOptions {
  /** What is done with the submissions, in their order; all others are taken. */
  answers?: Answer[];
  /** The ids that the catalog has, with their names. */
  catalog?: Record<string, string>;
  jobsInProgress?: number;
  /** Whether jobs tell what they have dealt with. */
  isTelling?: boolean;
  /** What every job that is sent says that has failed. */
  errors?: ApiErrorItem[];
}

const jobTime = 10_000;

/** A runner in front of an API whose jobs take ten seconds. */
function world({ answers = [], catalog = {}, jobsInProgress = 500, isTelling = true, errors = [] }: WorldOptions = {}) {
  const clock = virtualClock();
  clock.advance(1_000_000);
  const now = () => clock.now() - 1_000_000;
  const jobs: (Job & { ids: string[] })[] = [];
  const seen = { submissions: [] as number[], lists: 0, most: 0, released: [] as number[], undone: 0, accepted: 0 };
  const told: string[] = [];
  const statusOf = ({ attributes }: Job) =>
    Date.parse(attributes.created_at) + jobTime <= clock.now() ? "complete" : "processing";
  const shown = (job: Job): Job => ({ ...job, attributes: { ...job.attributes, status: statusOf(job) } });
  const add = (ids: string[], created = clock.now(), more = {}) => {
    const attributes = {
      status: "",
      created_at: new Date(Math.ceil(created)).toISOString(),
      total_count: ids.length,
      ...more,
    };
    const job = { id: `J${jobs.length}`, ids, attributes };
    jobs.push(job);
    return job;
  };
  const calls = {
    made: 0,
    async submit(_: JobAction, resources: { id: string }[], { onSend }: Sending) {
      onSend();
      seen.submissions.push(now());
      const answer = answers.shift() ?? "take";
      if (answer instanceof ApiError) return { error: answer };
      if (answer instanceof Error) throw answer;
      const job = add(
        resources.map(({ id }) => id),
        clock.now(),
        { errors, failed_count: errors.length },
      );
      seen.most = Math.max(seen.most, jobs.filter((one) => statusOf(one) === "processing").length);
      if (answer === "lose") throw lost;
      return { data: { data: shown(job) } };
    },
    async jobs(_: JobAction, status: string) {
      seen.lists++;
      return { data: jobs.filter((job) => statusOf(job) === status).map(shown), next: undefined };
    },
    job: async (_: JobAction, id: string) => shown(jobs.find((job) => job.id === id) as Job),
    idsOf: async (_: JobAction, { id }: Job) => (isTelling ? (jobs.find((job) => job.id === id)?.ids ?? []) : []),
    async find(ids: string[]) {
      return new Map(ids.flatMap((id) => (id in catalog ? [[id, { id, attributes: { name: catalog[id] } }]] : [])));
    },
  };
  const changed = bell();
  const stop = stopper(clock, 30_000, changed.ring);
  const spent = () => ({ duration: 0, calls: 0 });
  const setup: LedgerOptions = {
    action: "update",
    type: "catalog-category",
    clock,
    checkpoint: undefined,
    baseUrl: undefined,
    spent,
  };
  const book = ledger(setup);
  const runner = chunkRunner({
    calls: calls as unknown as Calls,
    clock,
    changed,
    stop,
    ledger: {
      ...book,
      release: ({ index }) => void seen.released.push(index),
      undone: () => void seen.undone++,
    },
    jobsInProgress,
    plural: "categories",
    tell: ({ entry, status, error }) => void told.push([entry.id, status, error?.code].filter(Boolean).join(" ")),
    onAccepted: () => void seen.accepted++,
  });
  const untilIdle = async () => {
    while (!runner.isIdle) await changed.wait();
  };
  return { clock, now, add, seen, told, stop, runner, settle: () => clock.run(untilIdle()) };
}

/** That many records, with the ids C0 and so on, or from another number on. */
function records(count: number, first = 0, name = "Shirts"): Entry[] {
  return Array.from({ length: count }, (_, place) =>
    entryOf({ id: `C${first + place}`, name }, first + place, "update", "catalog-category"),
  );
}

function refusal(status: number, pointer?: string, code = "invalid"): ApiError {
  const errors = [{ code, detail: "No.", ...(pointer && { source: { pointer } }) }];
  return new ApiError(new Response("", { status }), { body: { errors }, method: "POST", path: "/api/jobs" });
}

const failure = (code: string) =>
  new ConnectionError({ operation: "POST /api/jobs", attempts: 1, cause: Object.assign(new Error("no"), { code }) });
const lost = failure("ECONNRESET");
const unreachable = failure("ECONNREFUSED");
const busy = refusal(400, undefined, "too many jobs");

test("a chunk is starting until its job is accepted, and open until that has ended", async () => {
  const { seen, told, runner, settle } = world();
  const entries = records(2);
  runner.send("update", entries);
  const bytes = entries.reduce((sum, { size }) => sum + size, 0);
  expect([runner.starting, runner.isIdle]).toEqual([{ chunks: 1, bytes }, false]);
  await settle();
  expect([runner.starting, runner.isIdle, runner.jobsOpen]).toEqual([{ chunks: 0, bytes: 0 }, true, 0]);
  expect([seen.submissions, seen.accepted, told]).toEqual([[0], 1, ["C0 done", "C1 done"]]);
});

test.each([1, 2])(
  "no more than %i jobs are in progress at a time, whatever becomes of submissions",
  async (jobsInProgress) => {
    const answers: Answer[] = ["take", busy, unreachable, refusal(400, "/data/attributes/categories/data/0")];
    const { seen, told, runner, settle } = world({ answers, jobsInProgress });
    for (let number = 0; number < 6; number++) runner.send("update", records(1, number));
    await settle();
    expect([seen.most, told.length]).toEqual([jobsInProgress, 6]);
    expect(told.filter((one) => one.endsWith("done"))).toHaveLength(5);
  },
);

test("too many jobs are waited out two seconds at a time, however long", async () => {
  const { seen, told, runner, settle } = world({ answers: Array(15).fill(busy) });
  runner.send("update", records(1));
  await settle();
  expect(seen.submissions).toEqual(Array.from({ length: 16 }, (_, index) => index * 2000));
  expect([told, seen.undone]).toEqual([["C0 done"], 15]);
});

test("what was not sent is sent again after longer and longer pauses, and is not looked for", async () => {
  const { seen, runner, stop, settle } = world({ answers: Array(9).fill(unreachable) });
  runner.send("update", records(1));
  await settle();
  expect(seen.submissions.map((at, index) => at - (seen.submissions[index - 1] ?? 0))).toEqual([
    0, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
  ]);
  expect([seen.undone, stop.failure]).toEqual([9, undefined]);
  const never = world({ answers: Array(10).fill(unreachable) });
  never.runner.send("update", records(1));
  await never.settle();
  expect([never.seen.submissions.length, never.seen.lists]).toEqual([10, 0]);
  expect(never.stop.failure?.error).toBe(unreachable);
});

test("a run that is to stop waits for no pause, and for no other job", async () => {
  const { clock, now, seen, runner, stop, settle } = world({ answers: [busy], jobsInProgress: 1 });
  runner.send("update", records(1));
  runner.send("update", records(1, 1));
  clock.after(500, () => stop.halt("enough"));
  await settle();
  runner.send("update", records(1, 2));
  expect([seen.submissions.length, runner.isIdle, runner.starting.chunks]).toEqual([2, true, 0]);
  expect(now()).toBeLessThan(30_000);
});

test("what no job will fare better with ends the run at once", async () => {
  const error = refusal(403);
  const { seen, runner, stop, settle } = world({ answers: [error] });
  runner.send("update", records(1));
  await settle();
  expect([seen.submissions.length, stop.failure?.error, stop.halted.aborted]).toEqual([1, error, true]);
});

test("a job whose answer was lost is found, and not sent again", async () => {
  const { seen, told, runner, settle } = world({ answers: ["lose"], catalog: { C0: "Shirts" } });
  runner.send("update", records(1));
  await settle();
  expect([seen.submissions.length, seen.undone, seen.accepted, told]).toEqual([1, 0, 1, ["C0 done"]]);
});

test("a job that was lost before it was made is looked for first, and then sent again", async () => {
  const { seen, told, runner, settle } = world({ answers: [lost] });
  runner.send("update", records(1));
  await settle();
  expect([seen.submissions, seen.lists > 3, told]).toEqual([[0, 5000], true, ["C0 done"]]);
});

test("a job that is found is another run's, if the catalog is not as it was sent", async () => {
  const { add, clock, seen, told, runner, settle } = world({ answers: [lost], catalog: { C0: "Trousers" } });
  add(["C0"], clock.now() - 20_000);
  runner.send("update", records(1));
  await settle();
  expect([seen.submissions.length, told]).toEqual([2, ["C0 done"]]);
});

test("a job that is older than the chunk may be another run's, also once the API has told its time", async () => {
  const { add, clock, seen, told, runner, settle } = world({ answers: ["take", lost], catalog: { C1: "Trousers" } });
  runner.send("update", records(1));
  await settle();
  add(["C1"], clock.now() - 20_000);
  runner.send("update", records(1, 1));
  await settle();
  expect([seen.submissions.length, told]).toEqual([3, ["C0 done", "C1 done"]]);
});

test("a job made after a chunk was sent is its own once the API has told its time, whatever the catalog is like", async () => {
  const { seen, told, runner, settle } = world({ answers: ["take", "lose"], catalog: { C1: "Trousers" } });
  runner.send("update", records(1));
  await settle();
  runner.send("update", records(1, 1));
  await settle();
  expect([seen.submissions.length, told]).toEqual([2, ["C0 done", "C1 done"]]);
});

test("what a refusal names fails, and the others are sent again", async () => {
  const { seen, told, runner, settle } = world({ answers: [refusal(400, "/data/attributes/categories/data/1/id")] });
  runner.send("update", records(3));
  await settle();
  expect(told).toEqual(["C1 failed invalid", "C0 done", "C2 done"]);
  expect([seen.submissions.length, seen.released]).toEqual([2, [1]]);
});

test("of a refusal that names nobody, halves are sent", async () => {
  const { seen, told, runner, settle } = world({ answers: [refusal(400)] });
  runner.send("update", records(3));
  await settle();
  expect([told.sort(), seen.submissions.length, seen.released]).toEqual([["C0 done", "C1 done", "C2 done"], 3, [1, 2]]);
});

test.each<[string, number, boolean, (number: number) => ApiError, before: Answer[]]>([
  ["few records that names nobody", 1, true, () => refusal(400), []],
  ["twelve records that names nobody", 12, true, () => refusal(400), []],
  ["thirteen records that names nobody", 13, false, () => refusal(400), []],
  ["few records that names one", 1, false, () => refusal(400, "/data/attributes/categories/data/0"), []],
  ["few records with another status", 1, false, () => refusal(409), []],
  ["few records, after a job was accepted,", 1, false, () => refusal(400), ["take"]],
])("the fifth refusal of %s ends the run: %3$s", async (_, count, isEnd, error, before) => {
  const { runner, stop, settle } = world({
    answers: [...before, ...Array.from({ length: 5 }, (_, number) => error(number))],
  });
  for (let number = 0; number < 5 + before.length; number++) {
    runner.send("update", records(count, number * 100));
    if (number < before.length) await settle();
  }
  await settle();
  expect(stop.failure !== undefined).toBe(isEnd);
});

test("four refusals that name nobody do not end the run", async () => {
  const { runner, stop, settle } = world({ answers: Array.from({ length: 4 }, () => refusal(400)) });
  for (let number = 0; number < 5; number++) runner.send("update", records(1, number));
  await settle();
  expect(stop.failure).toBeUndefined();
});

const chunk = (more: Partial<Chunk>): Chunk => ({ number: 7, action: "update", entries: records(1), ...more });

test("a chunk of an earlier run is followed, looked for or sent, as far as it had come", async () => {
  const followed = world({ jobsInProgress: 1 });
  const { id } = followed.add(["C0"]);
  followed.runner.resume(chunk({ job: id, at: 1_000_000 }));
  followed.runner.send("update", records(1, 1));
  await followed.settle();
  expect([followed.seen.submissions.length, followed.seen.most, followed.told]).toEqual([1, 1, ["C0 done", "C1 done"]]);
  const found = world({ catalog: { C0: "Shirts" } });
  found.add(["C0"]);
  found.runner.resume(chunk({ at: 1_000_000 }));
  await found.settle();
  expect([found.seen.submissions, found.told]).toEqual([[], ["C0 done"]]);
  const sent = world();
  sent.runner.resume(chunk({}));
  await sent.settle();
  expect([sent.seen.submissions, sent.told]).toEqual([[0], ["C0 done"]]);
});

test("the job of a chunk of an earlier run is no other chunk's", async () => {
  const { add, seen, told, runner, settle } = world({ answers: [lost], catalog: { C0: "Shirts" } });
  const { id } = add(["C0"]);
  runner.resume(chunk({ job: id, at: 1_000_000 }));
  runner.send("update", records(1));
  await settle();
  expect([seen.submissions.length, told]).toEqual([2, ["C0 done", "C0 done"]]);
});

test.each<[JobAction, code: string, catalog: Record<string, string>, told: string]>([
  ["delete", "not_found", {}, "C0 unknown not_found"],
  // They still exist, so that no job has deleted them before.
  ["delete", "not_found", { C0: "Shirts" }, "C0 failed not_found"],
  ["create", "duplicate", { C0: "Shirts" }, "C0 done"],
])(
  "what a job says to %s is doubted when another may have done it before: %s in %j is told as %j",
  async (action, code, catalog, expected) => {
    const errors = [{ code, source: { pointer: "/data/attributes/categories/data/0" } }];
    const { add, clock, told, runner, settle } = world({ catalog, isTelling: false, errors });
    add(["C0"], clock.now() - 20_000);
    runner.resume({ ...chunk({ at: 980_000 }), action });
    await settle();
    expect(told).toEqual([expected]);
  },
);
