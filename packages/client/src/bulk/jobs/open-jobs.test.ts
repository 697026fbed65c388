import { expect, test } from "vitest";
import { ApiError } from "../../answers/api-error.ts";
import { virtualClock } from "../../testing/virtual-clock.ts";
import type { Chunk } from "../records/chunk.ts";
import type { Calls, Job, Page } from "./calls.ts";
import { openJobs } from "./open-jobs.ts";

/** A job that was made in that second. */
function job(id: string, status: string, second = 0): Job {
  const created_at = new Date(second * 1000).toISOString();
  return { id, attributes: { status, created_at, total_count: 1 } };
}

function chunk(id: string, second = 0): Chunk {
  return { number: 0, action: "create", entries: [], job: id, at: second * 1000 };
}

function refusal(status: number): ApiError {
  const body = { errors: [{ code: "invalid", detail: "No." }] };
  return new ApiError(new Response("", { status }), { body, method: "GET", path: "/api/jobs" });
}

type Lists = Record<string, Job[][]>;

/** Open jobs of an API whose lists are these pages; the cursor of a page is its number. */
function world(lists: () => Lists, jobById: (id: string) => Job | Error = () => refusal(404)) {
  const clock = virtualClock();
  const asked: string[] = [];
  const errors: Record<string, Error> = {};
  const ended: [id: string | undefined, status: string | undefined, second: number][] = [];
  const calls = {
    async jobs(_: string, status: string, cursor?: string): Promise<Page<Job>> {
      const place = cursor ? `${status} ${cursor}` : status;
      asked.push(place);
      if (errors[place]) throw errors[place];
      const pages = lists()[status] ?? [[]];
      const at = Number(cursor ?? 0);
      return { data: pages[at] ?? [], next: at + 1 < pages.length ? String(at + 1) : undefined };
    },
    async job(_: string, id: string): Promise<Job> {
      asked.push(id);
      const found = jobById(id);
      if (found instanceof Error) throw found;
      return found;
    },
  } as unknown as Calls;
  const { signal } = new AbortController();
  const jobs = openJobs({
    action: "create",
    calls,
    clock,
    signal,
    onEnd: (chunk, job) => void ended.push([chunk.job, job?.attributes.status, clock.now() / 1000]),
  });
  /** What is asked to read the list of jobs that have ended like this. */
  const read = async (status: "complete" | "cancelled" = "complete"): Promise<string[]> => {
    const before = asked.length;
    for await (const _ of jobs.endedJobs(status));
    return asked.slice(before);
  };
  return { clock, asked, errors, ended, jobs, read, watch: () => clock.run(jobs.watch()) };
}

test("without an open job nothing is asked", async () => {
  const { asked, jobs, watch } = world(() => ({}));
  await watch();
  expect([asked, jobs.size]).toEqual([[], 0]);
});

test("a job is looked for in longer and longer pauses, until a list has it as ended", async () => {
  let looks = 0;
  const { asked, ended, jobs, watch } = world(() => {
    looks++;
    // A list may still have a job as it was before.
    return { complete: [[job("J1", looks > 8 ? "complete" : "processing"), job("J0", "complete")]] };
  });
  jobs.add(chunk("J1"));
  expect(jobs.size).toBe(1);
  await watch();
  expect(asked).toEqual([...Array(4).fill(["complete", "cancelled"]).flat(), "complete"]);
  expect(ended).toEqual([["J1", "complete", 1 + 1.5 + 2.25 + 3.375 + 5.0625]]);
  expect(jobs.size).toBe(0);
});

test("pauses are short again once a job has ended, and of ten seconds at most", async () => {
  const times: number[] = [];
  const { clock, jobs, watch } = world(() => {
    times.push(clock.now() / 1000);
    const isLate = clock.now() > 30_000;
    return { complete: [[job("J1", "complete"), ...(isLate ? [job("J2", "complete")] : [])]] };
  });
  jobs.add(chunk("J1"));
  jobs.add(chunk("J2"));
  await watch();
  const looks = [...new Set(times)];
  expect(looks.slice(0, 3)).toEqual([1, 2, 3.5]);
  const pauses = looks.map((time, index) => time - (looks[index - 1] ?? 0));
  expect(Math.max(...pauses)).toBe(10);
});

test("while jobs end, the list of cancelled ones is read at every fourth look alone", async () => {
  let looks = 0;
  const { asked, ended, jobs, watch } = world(() => ({
    complete: [[job(`J${Math.floor(looks++)}`, "complete")]],
    cancelled: [[job("X", "cancelled")]],
  }));
  for (const id of ["J0", "J1", "J2", "J3", "J5", "X"]) jobs.add(chunk(id));
  await watch();
  expect(asked).toEqual(["complete", "complete", "complete", "complete", "cancelled", "complete"]);
  expect(ended.map(([id, status]) => `${id} ${status}`)).toContain("X cancelled");
});

test("pages are read until all jobs were found", async () => {
  const pages = [[job("A", "complete")], [job("J1", "complete")], [job("B", "complete")]];
  const { asked, jobs, watch } = world(() => ({ complete: pages }));
  jobs.add(chunk("J1"));
  await watch();
  expect(asked).toEqual(["complete", "complete 1"]);
});

const old = [job("A", "complete", 1), job("B", "complete", 2)];
const young = [job("C", "complete", 60), job("D", "complete", 61)];

test("pages from the newest job on are read no further than to those older than every open one", async () => {
  const pages = [young.toReversed(), [job("X", "complete", 49)], old.toReversed(), [job("Z", "complete", 0)]];
  const { jobs, read } = world(() => ({ complete: pages }));
  jobs.add(chunk("J1", 50));
  expect(await read()).toEqual(["complete", "complete 1", "complete 2"]);
  expect(await read()).toEqual(["complete", "complete 1", "complete 2"]);
});

test("pages from the oldest job on that hold only jobs older than every open one are not read again", async () => {
  const pages = [
    old,
    [job("B", "complete", 3), job("C", "complete", 49)],
    [job("D", "complete", 48), job("E", "complete", 50)],
    young,
  ];
  const { jobs, read } = world(() => ({ complete: pages, cancelled: [young] }));
  jobs.add(chunk("J1", 50));
  expect(await read()).toEqual(["complete", "complete 1", "complete 2", "complete 3"]);
  expect(await read()).toEqual(["complete 2", "complete 3"]);
  expect(await read("cancelled")).toEqual(["cancelled"]);
});

test("a page of jobs of one moment does not tell the order of the list, and is read again", async () => {
  const { jobs, read } = world(() => ({ complete: [[job("A", "complete", 1)], young] }));
  jobs.add(chunk("J1", 50));
  expect([await read(), await read()]).toEqual(Array(2).fill(["complete", "complete 1"]));
});

test("the last page is read again, because jobs are added to it", async () => {
  const { jobs, read } = world(() => ({ complete: [old] }));
  jobs.add(chunk("J1", 50));
  expect([await read(), await read()]).toEqual([["complete"], ["complete"]]);
});

test("what is held back keeps older pages in view, until it is let go", async () => {
  const { jobs, read } = world(() => ({ complete: [old, young] }));
  jobs.add(chunk("J1", 50));
  const letGo = jobs.holdBack(2000);
  expect([await read(), await read()]).toEqual(Array(2).fill(["complete", "complete 1"]));
  letGo();
  jobs.holdBack(3000);
  expect([await read(), await read()]).toEqual([["complete", "complete 1"], ["complete 1"]]);
});

test("a cursor that has expired is forgotten, and the list is read from its beginning", async () => {
  const { asked, errors, jobs, read } = world(() => ({ complete: [old, young, young] }));
  jobs.add(chunk("J1", 50));
  await read();
  errors["complete 1"] = refusal(400);
  asked.length = 0;
  await expect(read()).rejects.toMatchObject({ status: 400 });
  expect(asked).toEqual(["complete 1", "complete", "complete 1"]);
  delete errors["complete 1"];
  expect(await read()).toEqual(["complete", "complete 1", "complete 2"]);
});

test.each(["complete", "complete 1", "complete 2"])(
  "an error at %j that is no expired cursor is thrown",
  async (place) => {
    const { errors, jobs, read } = world(() => ({ complete: [old, young, young] }));
    jobs.add(chunk("J1", 50));
    errors[place] = refusal(403);
    await expect(read()).rejects.toBe(errors[place]);
  },
);

test("a job that no list has is asked for after half a minute, one at a look", async () => {
  const states: Record<string, string> = { J1: "processing", J2: "processing" };
  const { clock, asked, ended, jobs, watch } = world(
    () => ({}),
    (id) => job(id, states[id] as string),
  );
  jobs.add(chunk("J1"));
  jobs.add(chunk("J2"));
  clock.after(60_000, () => Object.assign(states, { J1: "complete", J2: "cancelled" }));
  await watch();
  const byId = asked.filter((one) => one.startsWith("J"));
  expect(byId.slice(0, 2)).toEqual(["J1", "J2"]);
  expect(asked.join(" ")).not.toMatch(/J\d J\d/);
  expect(byId.length).toBeLessThan(10);
  expect(ended.map(([id, status]) => `${id} ${status}`).sort()).toEqual(["J1 complete", "J2 cancelled"]);
});

test("an error at a cursor that may have expired is thrown, if it says something else", async () => {
  const { errors, jobs, read } = world(() => ({ complete: [old, young] }));
  jobs.add(chunk("J1", 50));
  await read();
  errors["complete 1"] = refusal(403);
  await expect(read()).rejects.toBe(errors["complete 1"]);
  const another = world(() => ({}));
  another.errors.complete = refusal(400);
  await expect(another.read()).rejects.toBe(another.errors.complete);
  expect(another.asked).toEqual(["complete"]);
});

test("a job that is looked for once more is given half a minute again", async () => {
  const { ended, jobs, watch } = world(() => ({}));
  const one = chunk("J1");
  jobs.add(one);
  await watch();
  jobs.add(one);
  await watch();
  const [first = 0, second = 0] = ended.map(([, , at]) => at);
  expect(second - first).toBeGreaterThanOrEqual(30);
});

test("a job that the API has forgotten has ended without being one", async () => {
  const { ended, jobs, watch } = world(() => ({}));
  jobs.add(chunk("J1"));
  await watch();
  expect(ended.map(([id, status]) => [id, status])).toEqual([["J1", undefined]]);
  expect(ended[0]?.[2]).toBeGreaterThanOrEqual(30);
  expect(ended[0]?.[2]).toBeLessThan(45);
});

test("an error of another kind ends the watch", async () => {
  const { jobs, watch } = world(
    () => ({}),
    () => refusal(403),
  );
  jobs.add(chunk("J1"));
  await expect(watch()).rejects.toMatchObject({ status: 403 });
});

test("where a list has more pages than there are jobs, and three, each job is asked for at once", async () => {
  const pages = Array.from({ length: 6 }, (_, page) => [job(`other ${page}`, "complete", 100 + page)]);
  for (const [count, read] of [
    [1, 3],
    [4, 4],
  ] as const) {
    const { asked, ended, jobs, watch } = world(
      () => ({ complete: pages }),
      (id) => job(id, "complete"),
    );
    for (let number = 0; number < count; number++) jobs.add(chunk(`J${number}`));
    await watch();
    expect(asked.filter((one) => one.startsWith("complete"))).toHaveLength(read);
    expect(ended).toHaveLength(count);
    expect(ended[0]?.[2]).toBe(1);
  }
});
