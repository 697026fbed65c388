import { expect, test } from "vitest";
import { createClient as createOld } from "../generated/2023-12-15.ts";
import { catalogId } from "../helpers/catalog-id.ts";
import { bulkWorld, outcomesOf, ownCategories } from "../testing/bulk-world.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { testClient } from "../testing/test-client.ts";
import { bulk } from "./bulk.ts";

const product = { description: "", url: "https://shop.example" };
const item = (external_id: string) => ({ ...product, external_id, title: external_id });
const variant = (external_id: string, of: string) => ({
  ...item(external_id),
  sku: external_id,
  inventory_quantity: 1,
  price: 1,
  relationships: { item: { data: { type: "catalog-item" as const, id: `$custom:::$default:::${of}` } } },
});

test("every record has one outcome, and the catalog has the records", async () => {
  const { clock, mock, klaviyo, calls } = bulkWorld();
  const run = bulk(klaviyo, "create", "catalog-category", ownCategories(250));
  const outcomes = await clock.run(outcomesOf(run));
  expect(outcomes.map(({ index }) => index).sort((a, b) => a - b)).toEqual(Array.from({ length: 250 }, (_, i) => i));
  expect(outcomes.every(({ status, error }) => status === "done" && !error)).toBe(true);
  expect(outcomes[0]?.id).toBe(`$custom:::$default:::${outcomes[0]?.record.external_id}`);
  expect(mock.state.categories.size).toBe(250);
  const summary = await run.summary();
  expect(summary).toMatchObject({ read: 250, done: 250, failed: 0, unknown: 0, errors: [] });
  clock.advance(60_000);
  expect(await run.summary()).toEqual(summary);
  expect(calls("POST")).toBe(3);
});

test("all actions, types and revisions: the same call", async () => {
  const { clock, mock, klaviyo } = bulkWorld({ limits: false });
  const old = createOld({ apiKey: "pk_test", fetch: mock.fetch, clock });
  const { items, variants, categories } = mock.state;
  const title = (external_id: string) => items.get(`$custom:::$default:::${external_id}`)?.attributes.title;
  const summaries = [
    bulk(klaviyo, "create", "catalog-item", [item("I1"), item("I2")]),
    bulk(old, "create", "catalog-item", [item("I3")]),
    bulk(klaviyo, "upsert", "catalog-category", [{ external_id: "C1", name: "One" }]),
    bulk(old, "upsert", "catalog-category", [{ external_id: "C2", name: "Two" }]),
  ].map((run) => clock.run(run.summary()));
  expect((await Promise.all(summaries)).map(({ done, failed }) => [done, failed])).toEqual([
    [2, 0],
    [1, 0],
    [1, 0],
    [1, 0],
  ]);
  await clock.run(bulk(old, "create", "catalog-variant", [variant("V1", "I1")]).summary());
  // Of an item that exists, a variant is changed and stays with its item.
  await clock.run(
    bulk(klaviyo, "upsert", "catalog-variant", [
      { ...variant("V1", "I2"), title: "New" },
      variant("V2", "I2"),
    ]).summary(),
  );
  expect(
    variants.all().map(({ attributes, related }) => [attributes.title, related.item?.[0]?.split(":::")[2]]),
  ).toEqual([
    ["New", "I1"],
    ["V2", "I2"],
  ]);
  await clock.run(
    bulk(klaviyo, "update", "catalog-item", [{ id: "$custom:::$default:::I1", title: "Changed" }]).summary(),
  );
  await clock.run(
    bulk(old, "update", "catalog-item", [
      { type: "catalog-item", id: "$custom:::$default:::I2", attributes: { title: "Changed" } },
    ]).summary(),
  );
  expect([title("I1"), title("I2"), title("I3")]).toEqual(["Changed", "Changed", "I3"]);
  await clock.run(bulk(klaviyo, "delete", "catalog-category", [{ id: "$custom:::$default:::C1" }]).summary());
  await clock.run(
    bulk(old, "delete", "catalog-item", [{ type: "catalog-item", id: "$custom:::$default:::I3" }]).summary(),
  );
  expect([categories.size, items.size]).toEqual([1, 2]);
});

test("a record that fails has the API's error, and takes nobody with it", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  await mock.state.load({ categories: [{ external_id: "C7", name: "there before" }] });
  const records = ownCategories(120);
  const outcomes = await clock.run(outcomesOf(bulk(klaviyo, "create", "catalog-category", records)));
  expect(outcomes.filter(({ status }) => status === "failed")).toMatchObject([
    { index: 7, record: records[7], error: { code: "duplicate_resource", pointer: "/attributes/external_id" } },
  ]);
  expect(mock.state.categories.size).toBe(120);
});

test("what is invalid, too large or there twice fails alone, before it is sent", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  const circular: Record<string, unknown> = { ...item("circular") };
  circular.custom_metadata = circular;
  const records = [
    item("good"),
    { ...item("untitled"), title: undefined },
    { ...item(""), title: "No id" },
    item("good"),
    { ...item("huge"), description: "x".repeat(5_000_000) },
    circular,
    null,
    { type: "catalog-item", attributes: item("also good") },
  ];
  const run = bulk(klaviyo, "create", "catalog-item", records as ReturnType<typeof item>[], { order: "input" });
  const outcomes = await clock.run(outcomesOf(run));
  expect(outcomes.map(({ status, error }) => [status, error?.code, error?.detail])).toEqual([
    ["done", undefined, undefined],
    ["failed", "invalid_record", "Its title is missing; expected a string."],
    ["failed", "invalid_record", 'Its external_id is ""; expected a string.'],
    ["failed", "duplicate_in_run", "The id '$custom:::$default:::good' was in this run before."],
    ["failed", "record_too_large", expect.stringContaining("bytes; a request has at most 5000000")],
    ["failed", "invalid_record", expect.stringContaining("It cannot be written as JSON")],
    ["failed", "invalid_record", "It cannot be written as JSON: it is null, not an object"],
    ["done", undefined, undefined],
  ]);
  expect(mock.state.items.size).toBe(2);
});

test("a row without a prototype is a record, and an array is none", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  const row = Object.assign(Object.create(null) as ReturnType<typeof item>, item("I1"));
  const run = bulk(klaviyo, "create", "catalog-item", [row, ["I2"] as never], { order: "input" });
  const outcomes = await clock.run(outcomesOf(run));
  expect(outcomes.map(({ status, error }) => [status, error?.detail])).toEqual([
    ["done", undefined],
    ["failed", "It cannot be written as JSON: it is an array, not an object"],
  ]);
  expect(outcomes.map(Object.keys)).toEqual([
    ["record", "index", "status", "id"],
    ["record", "index", "status", "error"],
  ]);
  expect(mock.state.items.size).toBe(1);
});

test("what stands beside attributes fails its record, because it would not be sent; what an answer has may stand there", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  const attributes = { external_id: "C1", name: "One" };
  const records = [
    { type: "catalog-category", attributes, links: { self: "https://a.klaviyo.com" }, meta: {}, name: undefined },
    { type: "catalog-category", attributes: { ...attributes, external_id: "C2" }, name: "Two" },
  ];
  const outcomes = await clock.run(outcomesOf(bulk(klaviyo, "create", "catalog-category", records as never[])));
  expect(outcomes.map(({ status, error }) => [status, error?.detail])).toEqual([
    ["failed", "Its name stands beside its attributes; expected it among them."],
    ["done", undefined],
  ]);
  expect(mock.state.categories.size).toBe(1);
});

test("a source may give the same objects again with other values", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  const attributes = { external_id: "", name: "Same" };
  function* source() {
    for (attributes.external_id of ["C1", "C2", "C3"]) yield { type: "catalog-category" as const, attributes };
  }
  const summary = await clock.run(bulk(klaviyo, "create", "catalog-category", source()).summary());
  expect(summary.done).toBe(3);
  expect(mock.state.categories.all().map(({ id }) => id)).toEqual(["C1", "C2", "C3"].map((one) => catalogId(one)));
});

test("a number that JSON would write as null fails its record alone, before it is sent", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  await mock.state.load({ items: [item("I1")] });
  const records = [
    { ...variant("V0", "I1"), price: Number.NaN },
    { ...variant("V1", "I1"), price: Number.POSITIVE_INFINITY },
    { ...variant("V2", "I1"), custom_metadata: { sizes: [1, { width: Number.NEGATIVE_INFINITY }] } },
    { ...variant("V3", "I1"), title: "null", custom_metadata: { none: null } },
  ];
  const run = bulk(klaviyo, "create", "catalog-variant", records, { order: "input" });
  const outcomes = await clock.run(outcomesOf(run));
  expect(outcomes.map(({ status, error }) => [status, error?.code, error?.detail])).toEqual([
    ["failed", "invalid_record", "Its price is NaN; expected a number that is finite."],
    ["failed", "invalid_record", "Its price is Infinity; expected a number that is finite."],
    ["failed", "invalid_record", "Its width is -Infinity; expected a number that is finite."],
    ["done", undefined, undefined],
  ]);
  expect(mock.state.variants.size).toBe(1);
});

test.each(["create", "upsert", "delete"] as const)("a record of another type is not sent by %s", async (action) => {
  const { clock, mock, klaviyo } = bulkWorld();
  if (action === "delete") await mock.state.load({ categories: ownCategories(5) });
  const types = ["catalog-category", "catalog-item", undefined, 7, ""];
  const records = ownCategories(5).map((record, index) => ({
    type: types[index],
    id: `$custom:::$default:::${record.external_id}`,
    attributes: record,
  }));
  const run = bulk(klaviyo, action, "catalog-category", records as never[], { order: "input" });
  const outcomes = await clock.run(outcomesOf(run));
  expect(outcomes.map(({ status, error }) => [status, error?.code, error?.detail])).toEqual([
    ["done", undefined, undefined],
    ["failed", "invalid_record", 'Its type is "catalog-item"; expected "catalog-category".'],
    ["done", undefined, undefined],
    ["failed", "invalid_record", 'Its type is a number; expected "catalog-category".'],
    ["failed", "invalid_record", 'Its type is ""; expected "catalog-category".'],
  ]);
  expect(mock.state.categories.size).toBe(action === "delete" ? 3 : 2);
});

test.each(["create", "upsert", "update"] as const)(
  "what no text or no URL can hold fails alone, before it is sent, by %s",
  async (action) => {
    const { clock, mock, klaviyo } = bulkWorld();
    const before = ownCategories(150);
    if (action === "update") await mock.state.load({ categories: before });
    const texts = { 20: "bad\ud83d", 30: "x".repeat(20_000), 40: "é".repeat(400) };
    const records = before.map((record, index) => {
      const external_id = texts[index as 20] ?? record.external_id;
      const name = index === 50 ? "half \udc00 a name" : index === 60 ? "all of 😀, and \\ud83d" : record.name;
      return action === "update" ? { id: `$custom:::$default:::${external_id}`, name } : { external_id, name };
    });
    const run = bulk(klaviyo, action, "catalog-category", records as never[], { order: "input" });
    const outcomes = await clock.run(outcomesOf(run));
    const torn = (name: string) => `Its ${name} holds half of a character (a lone surrogate), which no text can have.`;
    expect(
      outcomes.filter(({ status }) => status !== "done").map(({ index, error }) => [index, error?.code, error?.detail]),
    ).toEqual([
      [20, "invalid_record", torn(action === "update" ? "id" : "external_id")],
      [30, "invalid_record", "Its id has 20037 characters in a URL; it can have 2000."],
      [40, "invalid_record", "Its id has 2437 characters in a URL; it can have 2000."],
      [50, "invalid_record", torn("name")],
    ]);
    expect(mock.state.categories.size).toBe(action === "update" ? 150 : 146);
  },
);

test("a record for which the API refuses the whole job fails alone", async () => {
  const { clock, mock, klaviyo, calls } = bulkWorld();
  const records = Array.from({ length: 100 }, (_, index) => item(`I${index}`));
  Object.assign(records[40] as object, { published: "yes" });
  const outcomes = await clock.run(outcomesOf(bulk(klaviyo, "create", "catalog-item", records)));
  expect(outcomes.filter(({ status }) => status === "failed")).toMatchObject([
    { index: 40, error: { code: "invalid", pointer: "/attributes/published" } },
  ]);
  expect(mock.state.items.size).toBe(99);
  expect(calls("POST")).toBe(2);
});

test("of a refusal that names no record, the one at fault is found by halves", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  klaviyo.use({
    async onRequest({ request }) {
      if (request.method !== "POST" || !(await request.clone().text()).includes("C13")) return undefined;
      return Response.json({ errors: [{ code: "invalid", detail: "Something is wrong." }] }, { status: 400 });
    },
  });
  const outcomes = await clock.run(outcomesOf(bulk(klaviyo, "create", "catalog-category", ownCategories(60))));
  expect(outcomes.filter(({ status }) => status !== "done")).toMatchObject([
    { index: 13, error: { code: "invalid", detail: "Something is wrong." } },
  ]);
  expect(mock.state.categories.size).toBe(59);
});

test("requests stay below 5 MB", async () => {
  const sizes: number[] = [];
  const { clock, mock, klaviyo } = bulkWorld(
    { limits: false },
    {
      policies: [
        (next) => (url, init) => {
          if (init.method === "POST") sizes.push(Buffer.byteLength(init.body as string));
          return next(url, init);
        },
      ],
    },
  );
  // Two bytes a character, so that characters are not what is counted.
  const records = Array.from({ length: 30 }, (_, index) => ({
    ...item(`I${index}`),
    description: "é".repeat(200_000),
  }));
  await clock.run(bulk(klaviyo, "create", "catalog-item", records).summary());
  expect(Math.max(...sizes)).toBeLessThanOrEqual(5_000_000);
  expect(sizes.length).toBe(3);
  expect(mock.state.items.size).toBe(30);
});

test("an upsert asks for 100 ids in one call", async () => {
  const { clock, mock, klaviyo, calls } = bulkWorld();
  await mock.state.load({ categories: ownCategories(1000).filter((_, index) => index % 3 === 0) });
  const records = ownCategories(1000).map((record) => ({ ...record, name: "new" }));
  const summary = await clock.run(bulk(klaviyo, "upsert", "catalog-category", records).summary());
  expect(summary).toMatchObject({ done: 1000, failed: 0 });
  expect(mock.state.categories.all().filter(({ attributes }) => attributes.name === "new")).toHaveLength(1000);
  expect(calls("GET", "/catalog-categories?")).toBe(10);
  expect(calls("POST", "create")).toBe(7);
  expect(calls("POST", "update")).toBe(4);
});

test("ids too long for one URL are asked for in several", async () => {
  const { clock, klaviyo, mock, calls } = bulkWorld();
  const records = ownCategories(100).map(({ name, external_id }) => ({
    name,
    external_id: external_id.padEnd(200, "x"),
  }));
  await clock.run(bulk(klaviyo, "upsert", "catalog-category", records).summary());
  expect(calls("GET", "/catalog-categories?")).toBe(5);
  expect(Math.max(...mock.requests.map(({ url }) => url.length))).toBeLessThan(8000);
  expect(mock.state.categories.size).toBe(100);
});

test("an upsert changes sides once when somebody else was quicker", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  const [taken, gone] = ownCategories(2);
  await mock.state.load({ categories: [gone] as never });
  let isFirst = true;
  klaviyo.use({
    async onRequest({ request }) {
      if (request.method !== "POST" || !isFirst) return;
      // Between look-up and job.
      isFirst = false;
      await mock.state.load({ categories: [taken] as never });
      const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
      const id = encodeURIComponent(`$custom:::$default:::${gone?.external_id}`);
      await mock.fetch(`/api/catalog-categories/${id}`, { method: "DELETE", headers });
    },
  });
  const records = [taken, gone].map((record) => ({ external_id: record?.external_id as string, name: "mine" }));
  const outcomes = await clock.run(outcomesOf(bulk(klaviyo, "upsert", "catalog-category", records)));
  expect(outcomes.map(({ status }) => status)).toEqual(["done", "done"]);
  expect(mock.state.categories.all().map(({ attributes }) => attributes.name)).toEqual(["mine", "mine"]);
});

test("outcomes come in the order of the input when asked to", async () => {
  const { clock, klaviyo } = bulkWorld();
  const records = ownCategories(500).map((record, index) => (index % 7 ? record : { ...record, name: 7 as never }));
  const outcomes = await clock.run(
    outcomesOf(bulk(klaviyo, "create", "catalog-category", records, { order: "input" })),
  );
  expect(outcomes.map(({ index }) => index)).toEqual(Array.from({ length: 500 }, (_, index) => index));
});

test("summary groups equal errors, with an example each", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  await mock.state.load({ categories: ownCategories(30) });
  const records = [...ownCategories(40), { external_id: "X", name: 7 as never }];
  const summary = await clock.run(bulk(klaviyo, "create", "catalog-category", records).summary());
  expect(summary).toMatchObject({ read: 41, done: 10, failed: 31, unknown: 0 });
  expect(summary.errors).toMatchObject([
    { code: "duplicate_resource", count: 30, example: { index: 0, id: "$custom:::$default:::C0" } },
    { code: "invalid_record", detail: "Its name is a number; expected a string.", count: 1, example: { index: 40 } },
  ]);
  expect(summary.duration).toBeLessThan(60_000);
  expect(summary.calls).toBe(mock.requests.length);
  expect(summary.recordsPerMinute).toBeCloseTo((41 / summary.duration) * 60_000);
});

test("a run can be iterated once, and what is no run is said at once", async () => {
  const klaviyo = testClient({ fetch: fakeFetch() }) as never as Parameters<typeof bulk>[0];
  const records: never[] = [];
  const run = bulk(klaviyo, "create", "catalog-item", records);
  await run.summary();
  await expect(outcomesOf(run)).rejects.toThrow("can be iterated once");
  expect(() => bulk(klaviyo, "replace" as never, "catalog-item", records)).toThrow("bulk has no action replace.");
  expect(() => bulk(klaviyo, "create", "toString" as never, records)).toThrow("There are no bulk jobs for toString.");
  for (const none of ["I1", 7, null, undefined, {}, { [Symbol.iterator]: 7 }]) {
    expect(() => bulk(klaviyo, "create", "catalog-item", none as never)).toThrow(
      new TypeError("The records of bulk are an iterable, an async iterable or a stream, such as an array."),
    );
  }
});

const milliseconds = "a number of milliseconds from 0";
test.each([
  [{ jobsInProgress: 0 }, "jobsInProgress of bulk is 0; expected a whole number from 1 to 500."],
  [{ jobsInProgress: 1.5 }, "jobsInProgress of bulk is 1.5; expected a whole number from 1 to 500."],
  [{ jobsInProgress: Number.NaN }, "jobsInProgress of bulk is NaN; expected a whole number from 1 to 500."],
  [{ jobsInProgress: 501 }, "jobsInProgress of bulk is 501; expected a whole number from 1 to 500."],
  [{ jobsInProgress: "9" }, 'jobsInProgress of bulk is "9"; expected a whole number from 1 to 500.'],
  [{ order: "sorted" }, 'order of bulk is "sorted"; expected "completion" or "input".'],
  [{ flushInterval: Number.NaN }, `flushInterval of bulk is NaN; expected ${milliseconds}.`],
  [{ flushInterval: -1 }, `flushInterval of bulk is -1; expected ${milliseconds}.`],
  [{ timeout: "x" }, `timeout of bulk is "x"; expected ${milliseconds}.`],
  [{ total: null }, "total of bulk is null; expected a number of records."],
  [{ total: -1 }, "total of bulk is -1; expected a number of records."],
  [{ timeout: true }, `timeout of bulk is true; expected ${milliseconds}.`],
  [{ onProgress: {} }, "onProgress of bulk is an object; expected a function."],
  [{ signal: () => {} }, "signal of bulk is a function; expected an AbortSignal."],
  [{ checkpoint: "run.db" }, 'checkpoint of bulk is "run.db"; expected an object with the functions read and write.'],
  [{ checkpoint: Object.create(null) }, "checkpoint of bulk is an object; expected"],
  [{ checkpoint: { read() {} } }, "checkpoint of bulk is an object; expected"],
  [{ checkpoint: null }, "checkpoint of bulk is null; expected"],
  [{ clock: Date }, "clock of bulk is a function; expected an object with the functions now and after."],
])("the options %j are none", (options, words) => {
  const { klaviyo } = bulkWorld();
  const run = () => bulk(klaviyo, "create", "catalog-category", [], options as never);
  expect(run).toThrow(TypeError);
  expect(run).toThrow(`The option ${words}`);
});

test.each([null, 7, "fast"])("options that are %j, no object, are none", (options) => {
  const { klaviyo } = bulkWorld();
  const run = () => bulk(klaviyo, "create", "catalog-category", [], options as never);
  expect(run).toThrow(new TypeError(`The options of bulk are ${JSON.stringify(options)}; expected an object.`));
});

test("options that are left open have their defaults", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  const open = { order: undefined, jobsInProgress: undefined, signal: null, checkpoint: undefined, total: undefined };
  await clock.run(bulk(klaviyo, "create", "catalog-category", ownCategories(3), open).summary());
  expect(mock.state.categories.size).toBe(3);
});

test("a run that nobody has begun may be left", async () => {
  const { klaviyo, calls } = bulkWorld();
  const iterator = bulk(klaviyo, "create", "catalog-category", ownCategories(3))[Symbol.asyncIterator]();
  expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
  expect(calls("POST")).toBe(0);
});

test.each([
  { jobsInProgress: 1, flushInterval: 0, timeout: 0, total: 0, order: "completion" as const },
  { jobsInProgress: 500, flushInterval: Number.POSITIVE_INFINITY, timeout: 2 ** 40, total: 3, order: "input" as const },
])("the options %j are some", async (options) => {
  const { clock, mock, klaviyo } = bulkWorld();
  await clock.run(bulk(klaviyo, "create", "catalog-category", ownCategories(3), options).summary());
  expect(mock.state.categories.size).toBe(3);
});

test("a client's GET and POST are enough", async () => {
  const { clock, mock, klaviyo } = bulkWorld();
  const { GET, POST } = klaviyo;
  await clock.run(bulk({ GET, POST }, "create", "catalog-category", ownCategories(3), { clock }).summary());
  expect(mock.state.categories.size).toBe(3);
});
