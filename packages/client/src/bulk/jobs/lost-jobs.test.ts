import { expect, test } from "vitest";
import { sleep } from "../../basics/clock.ts";
import { virtualClock } from "../../testing/virtual-clock.ts";
import type { Chunk } from "../records/chunk.ts";
import { entryOf } from "../records/entry.ts";
import { apiTime } from "./api-time.ts";
import type { Calls, Job, Page } from "./calls.ts";
import { type FoundJob, lostJobs } from "./lost-jobs.ts";
import { openJobs } from "./open-jobs.ts";

/** A job that was made in that second, and has dealt with these records. */
interface Known extends Job {
  ids: string[];
}

function job(id: string, status: string, second: number, ids: string[], more: Partial<Job["attributes"]> = {}): Known {
  const created_at = new Date(second * 1000).toISOString();
  return { id, ids, attributes: { status, created_at, total_count: ids.length, ...more } };
}

/** A chunk of these records that was sent in that second. */
function chunk(second: number, ...ids: string[]): Chunk {
  const entries = ids.map((id, index) => entryOf({ id }, index, "delete", "catalog-category"));
  return { number: 0, action: "delete", entries, at: second * 1000 };
}

/** The search for lost jobs, 1000 seconds after the API's clock and ours began, among jobs that may change. */
function world(jobs: () => Known[], { isKnown = true, perPage = 100, claimed = [] as string[], delay = 0 } = {}) {
  const clock = virtualClock();
  clock.advance(1_000_000);
  const time = apiTime(clock);
  if (isKnown) time.learn(clock.now());
  const asked: string[] = [];
  const failures: Error[] = [];
  const calls = {
    async jobs(_: string, status: string, cursor = "0"): Promise<Page<Job>> {
      asked.push(status);
      if (failures.length) throw failures.pop();
      if (delay) await sleep(delay, undefined, clock);
      const list = jobs().filter(({ attributes }) => attributes.status === status);
      const next = Number(cursor) + perPage;
      return { data: list.slice(Number(cursor), next), next: next < list.length ? String(next) : undefined };
    },
    async idsOf(_: string, { id }: Job): Promise<string[]> {
      asked.push(id);
      const found = jobs().find((one) => one.id === id);
      return found?.ids ?? [];
    },
  } as unknown as Calls;
  const controller = new AbortController();
  const shared = { action: "delete", calls, clock, signal: controller.signal } as const;
  const lost = lostJobs({
    ...shared,
    time,
    jobs: openJobs({ ...shared, onEnd: () => {} }),
    isClaimed: (id) => claimed.includes(id),
  });
  /** What is found of these chunks, as the ids of their jobs, and when the last of them was. */
  const find = async (...chunks: Chunk[]): Promise<unknown[]> => {
    const found = await clock.run(Promise.all(chunks.map((one) => lost.find(one))));
    return [...found.map(shown), clock.now() / 1000 - 1000];
  };
  return { clock, asked, failures, controller, lost, find };
}

function shown(found: FoundJob): string {
  return found.job?.id ?? ("isSure" in found && found.isSure ? "surely none" : "none");
}

const statuses = ["queued", "processing", "complete", "cancelled"];

test.each(statuses.slice(1))("a job that is %s and has dealt with a record of the chunk is its job", async (status) => {
  const { find, asked } = world(() => [job("J1", status, 1001, ["C1", "C2"])]);
  expect(await find(chunk(1000, "C2", "C3"))).toEqual(["J1", 5]);
  expect(asked).toEqual([
    ...statuses.slice(0, statuses.indexOf(status) + 1),
    "J1",
    ...statuses.slice(statuses.indexOf(status) + 1),
  ]);
});

test("the API has five seconds to make the job of a request whose connection broke", async () => {
  expect(await world(() => []).find(chunk(998, "C1"))).toEqual(["surely none", 3]);
  expect(await world(() => []).find(chunk(900, "C1"))).toEqual(["surely none", 0]);
});

test.each<[string, Known]>([
  ["has another size", job("J1", "complete", 1001, ["C1", "C2"])],
  ["has dealt with others", job("J1", "complete", 1001, ["C2"])],
  ["was made long before", job("J1", "complete", 939, ["C1"])],
])("a job that %s is another chunk's", async (_, other) => {
  expect(await world(() => [other]).find(chunk(1000, "C1"))).toEqual(["surely none", 5]);
});

test("a job that another chunk has claimed is not asked for", async () => {
  const { asked, find } = world(() => [job("J1", "complete", 1001, ["C1"])], { claimed: ["J1"] });
  expect(await find(chunk(1000, "C1"))).toEqual(["surely none", 5]);
  expect(asked).toEqual(statuses);
});

test("a job may be a minute older by the API's clock, or a quarter of an hour as long as that has not told its time", async () => {
  const found = (second: number, isKnown: boolean) =>
    world(() => [job("J1", "complete", second, ["C1"])], { isKnown }).find(chunk(1000, "C1"));
  expect(await found(940, true)).toEqual(["J1", 5]);
  expect(await found(100, false)).toEqual(["J1", 5]);
  expect(await found(99, false)).toEqual(["none", 5]);
});

test("a job that has ended and does not tell what it has dealt with leaves doubts, unless it has done nothing", async () => {
  const silent = (more: object) => ({ ...job("J1", "complete", 1001, ["C1"], more), ids: [] });
  expect(await world(() => [silent({})]).find(chunk(1000, "C1"))).toEqual(["none", 5]);
  expect(await world(() => [silent({ completed_count: 1 })]).find(chunk(1000, "C1"))).toEqual(["none", 5]);
  expect(await world(() => [silent({ completed_count: 0 })]).find(chunk(1000, "C1"))).toEqual(["surely none", 5]);
  expect(await world(() => [silent({ total_count: 2 })]).find(chunk(1000, "C1"))).toEqual(["surely none", 5]);
});

test.each(["queued", "processing"])("a job that is %s is waited for until it tells whose it is", async (status) => {
  const began = job("J1", status, 1001, []);
  began.attributes.total_count = 1;
  const { find, asked } = world(() => {
    if (asked.filter((one) => one === "queued").length < 4) return [began];
    return [{ ...began, ids: ["C1"], attributes: { ...began.attributes, status: "complete" } }];
  });
  expect(await find(chunk(1000, "C1"))).toEqual(["J1", 8]);
  const other = world(() => {
    const isOver = other.asked.filter((one) => one === "queued").length > 2;
    return [
      {
        ...began,
        ids: isOver ? ["C7"] : [],
        attributes: { ...began.attributes, status: isOver ? "complete" : status },
      },
    ];
  });
  expect(await other.find(chunk(1000, "C1"))).toEqual(["surely none", 7]);
});

test("one look serves all chunks, and asks each job once, however long others are waited for", async () => {
  const { find, asked } = world(() => [
    job("J1", "complete", 1001, ["C1"]),
    job("J2", "complete", 1001, ["C2"]),
    job("J9", "complete", 1001, ["C9"]),
    ...(asked.filter((one) => one === "queued").length < 3 ? [job("J3", "processing", 1001, ["C7"])] : []),
  ]);
  expect(await find(chunk(1000, "C1"), chunk(1000, "C2"), chunk(1000, "C3"))).toEqual(["J1", "J2", "surely none", 7]);
  expect(asked.filter((one) => one === "J9")).toHaveLength(1);
  expect(asked.filter((one) => one === "complete")).toHaveLength(3);
});

test("a later search does not rely on what an earlier one was told", async () => {
  const one = job("J1", "complete", 1001, ["C7"]);
  const { find, asked } = world(() => [one]);
  expect(await find(chunk(1000, "C1"))).toEqual(["surely none", 5]);
  one.ids = ["C1"];
  expect(await find(chunk(1000, "C1"))).toEqual(["J1", 5]);
  expect(asked.filter((id) => id === "J1")).toHaveLength(2);
});

test("all pages of jobs in progress are looked through", async () => {
  const jobs = [1, 2, 3].map((number) => job(`J${number}`, "processing", 1001, [`C${number}`]));
  expect(await world(() => jobs, { perPage: 1 }).find(chunk(1000, "C3"))).toEqual(["J3", 5]);
});

test("a chunk is not given a job of another size, though it holds one of its records", async () => {
  const { asked, find } = world(() => [
    job("J1", "complete", 901, ["C1"]),
    ...(asked.filter((one) => one === "queued").length < 2 ? [job("J2", "processing", 901, ["C7", "C8"])] : []),
  ]);
  expect((await find(chunk(900, "C1", "C2"), chunk(900, "C9"))).slice(0, 2)).toEqual(["surely none", "surely none"]);
});

test("a chunk that was found and is looked for again waits for a look of its own", async () => {
  const { clock, asked, lost } = world(
    () =>
      asked.filter((one) => one === "queued").length < 2
        ? [job("J1", "processing", 901, ["C1"])]
        : [job("J2", "complete", 901, ["C1"])],
    { delay: 100 },
  );
  const one = chunk(900, "C1");
  const twice = lost.find(one).then(async (first) => [shown(first), shown(await lost.find(one))]);
  expect(await clock.run(twice)).toEqual(["J1", "J2"]);
});

test("jobs that may become the chunk's are kept within reach as long as it is looked for, and no longer", async () => {
  const others = [901, 902, 990].map((second) => job(`J${second}`, "complete", second, ["C7"]));
  const { asked, find } = world(
    () => {
      const isOver = asked.filter((one) => one === "queued").length > 1;
      // Its place in the list is where it was made.
      return others.toSpliced(1, 0, job("J1", isOver ? "complete" : "processing", 901, ["C1"]));
    },
    { perPage: 2 },
  );
  expect((await find(chunk(900, "C1")))[0]).toBe("J1");
  await find(chunk(1000, "C5"));
  asked.length = 0;
  await find(chunk(1000, "C5"));
  expect(asked.filter((one) => one === "complete")).toHaveLength(1);
});

test("searches that an error ends are not gone on with", async () => {
  const { clock, failures, find } = world(() => [
    job("J1", "processing", 901, ["C7"]),
    job("J2", "complete", 901, ["C2"]),
  ]);
  failures.push(new Error("No."));
  await expect(find(chunk(900, "C1"))).rejects.toThrow("No.");
  expect((await find(chunk(900, "C2")))[0]).toBe("J2");
  expect(clock.pending()).toBe(0);
});

test("an abort ends every search, and every wait before it", async () => {
  const { clock, controller, lost } = world(() => [job("J1", "processing", 1001, ["C7"])]);
  const searches = [chunk(900, "C1"), chunk(1000, "C2")].map((one) => lost.find(one));
  clock.after(2500, () => controller.abort(new Error("Ctrl-C")));
  const ends = await clock.run(Promise.allSettled(searches));
  expect(ends.map((end) => end.status === "rejected" && end.reason.message)).toEqual(["Ctrl-C", "Ctrl-C"]);
  expect(clock.pending()).toBe(0);
});
