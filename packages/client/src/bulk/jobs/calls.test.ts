import { expect, test } from "vitest";
import { virtualClock } from "../../testing/virtual-clock.ts";
import { callsOf, type Job } from "./calls.ts";

interface Asked {
  method: "GET" | "POST";
  path: string;
  [part: string]: unknown;
}

/** Calls of a client that answers with these documents, one after the other. */
function world(...documents: object[]) {
  const clock = virtualClock();
  const { signal } = new AbortController();
  const asked: Asked[] = [];
  const call = (method: Asked["method"]) => async (path: string, init: object) => {
    asked.push({ method, path, ...init });
    return { data: documents.shift() };
  };
  const calls = callsOf({ GET: call("GET"), POST: call("POST") }, "catalog-item", clock, signal);
  return { asked, calls, signal };
}

const job = { id: "J1", attributes: {} } as Job;
const jobs = "/api/catalog-item-bulk-create-jobs";

test("a submission is one call that is not repeated", async () => {
  const { asked, calls, signal } = world({ data: job });
  const onSend = () => {};
  const resources = [{ type: "catalog-item", id: "I1" }];
  expect(calls.made).toBe(0);
  expect(await calls.submit("create", resources, { signal, onSend })).toEqual({ data: { data: job } });
  const data = { type: "catalog-item-bulk-create-job", attributes: { items: { data: resources } } };
  expect(asked).toEqual([{ method: "POST", path: jobs, body: { data }, signal, onSend, retry: { methods: [] } }]);
  expect(calls.made).toBe(1);
});

test("jobs are listed by their status, page by page", async () => {
  const next = `https://a.klaviyo.com${jobs}?page%5Bcursor%5D=two`;
  const { asked, calls, signal } = world({ data: [job], links: { next } }, { data: [] });
  expect(await calls.jobs("create", "complete")).toEqual({ data: [job], next: "two" });
  expect(await calls.jobs("create", "complete", "two")).toEqual({ data: [], next: undefined });
  const filter = 'equals(status,"complete")';
  expect(asked).toEqual(
    [undefined, "two"].map((cursor) => {
      return { method: "GET", path: jobs, params: { query: { filter, "page[cursor]": cursor } }, signal };
    }),
  );
  expect(calls.made).toBe(2);
});

test("the ids that a job has dealt with are asked for unless it tells them, and never of a deletion", async () => {
  const included = [{ id: "I1" }, { id: "I2" }];
  const told = { ...job, relationships: { items: { data: included } } };
  const { asked, calls } = world({ data: job, included }, { data: job });
  expect(await calls.idsOf("create", told)).toEqual(["I1", "I2"]);
  expect(await calls.idsOf("delete", told)).toEqual(["I1", "I2"]);
  expect(await calls.idsOf("delete", job)).toEqual([]);
  expect(await calls.idsOf("delete", { ...job, relationships: {} })).toEqual([]);
  expect(asked).toEqual([]);
  expect(await calls.idsOf("create", job)).toEqual(["I1", "I2"]);
  expect(await calls.idsOf("create", job)).toEqual([]);
  expect(asked).toMatchObject([
    { path: `${jobs}/{job_id}`, params: { path: { job_id: "J1" }, query: { include: ["items"] } } },
    {},
  ]);
});

test("a job is asked for by its id", async () => {
  const { asked, calls } = world({ data: job });
  expect(await calls.job("create", "J1")).toBe(job);
  expect(asked).toMatchObject([{ path: `${jobs}/{job_id}`, params: { path: { job_id: "J1" }, query: {} } }]);
});

test("records are found by their ids on all pages, with no more of them than is needed", async () => {
  const next = "https://a.klaviyo.com/api/catalog-items?page%5Bcursor%5D=two";
  const [one, two] = [{ id: "I1" }, { id: "I2" }];
  const { asked, calls } = world({ data: [one], links: { next } }, { data: [two] }, { data: [] });
  expect(await calls.find(["I1", "I2", "I3"])).toEqual(
    new Map([
      ["I1", one],
      ["I2", two],
    ]),
  );
  expect(await calls.find(["I3"], "all")).toEqual(new Map());
  expect(asked.map(({ path, params }) => [path, (params as { query: object }).query])).toEqual([
    ...[undefined, "two"].map((cursor) => [
      "/api/catalog-items",
      { filter: 'any(ids,["I1","I2","I3"])', "fields[catalog-item]": ["external_id"], "page[cursor]": cursor },
    ]),
    ["/api/catalog-items", { filter: 'any(ids,["I3"])', "page[cursor]": undefined }],
  ]);
});

test.each([
  [[], []],
  [[9000], [1]],
  // With its quotes and its comma, an id of 1191 characters takes a fifth of the room.
  [[1191, 1191, 1191, 1191, 1191], [5]],
  [
    [1191, 1191, 1191, 1191, 1192],
    [4, 1],
  ],
  [
    [1191, 1191, 1191, 1191, 1191, 100, 9000, 1],
    [5, 1, 1, 1],
  ],
])("ids of %j characters are asked for in calls of %j", async (lengths, parts) => {
  const { asked, calls } = world(...parts.map(() => ({ data: [] })));
  await calls.find(lengths.map((length) => "x".repeat(length)));
  const filters = asked.map(({ params }) => (params as { query: { filter: string } }).query.filter);
  expect(filters.map((filter) => filter.split(",").length - 1)).toEqual(parts);
});

test("a revision without the jobs of a type is told", () => {
  const client = { GET: () => {}, POST: () => {}, operations: { revision: "2020-01-01", profiles: [], paths: {} } };
  const calls = callsOf(client, "catalog-item", virtualClock(), new AbortController().signal);
  expect(() => calls.submit("create", [], {} as never)).toThrow(
    new TypeError(`This client's revision has no ${jobs}.`),
  );
});
