import { createMock, type MockOptions, virtualClock } from "@org/mock";
import { expect, test } from "vitest";
import { createClient as createOld } from "../generated/2023-12-15.ts";
import { createClient } from "../generated/2026-07-15.ts";
import { bulk } from "./bulk.ts";
import type { BulkOutcome } from "./bulk-outcome.ts";

/** A client and a mock that live in one virtual time, from which every test takes what it waits for. */
function world(options: MockOptions = {}) {
  const clock = virtualClock();
  const mock = createMock({ clock, ...options });
  const settings = { apiKey: "pk_test", fetch: mock.fetch, clock };
  return { clock, mock, klaviyo: createClient(settings), old: createOld(settings) };
}

async function allOf<Given>(run: AsyncIterable<BulkOutcome<Given>>): Promise<BulkOutcome<Given>[]> {
  const outcomes: BulkOutcome<Given>[] = [];
  for await (const outcome of run) outcomes.push(outcome);
  return outcomes;
}

const category = (name: string) => ({ external_id: name, name });
const categories = (count: number) => Array.from({ length: count }, (_, index) => category(`C${index}`));

test("every record has one outcome, and the catalog has the records", async () => {
  const { clock, mock, klaviyo } = world();
  const run = bulk(klaviyo, "create", "catalog-category", categories(250));
  const outcomes = await clock.run(allOf(run));
  expect(outcomes.map(({ index }) => index).sort((a, b) => a - b)).toEqual(Array.from({ length: 250 }, (_, i) => i));
  expect(outcomes.every(({ status }) => status === "done")).toBe(true);
  expect(outcomes[0]?.id).toBe(`$custom:::$default:::${outcomes[0]?.record.external_id}`);
  expect(mock.state.categories.size).toBe(250);
  expect(await run.summary()).toMatchObject({ read: 250, done: 250, failed: 0, unknown: 0, errors: [] });
  expect(mock.requests.filter(({ method }) => method === "POST")).toHaveLength(3);
});

test("a record that fails has the API's error, and takes nobody with it", async () => {
  const { clock, mock, klaviyo } = world();
  await mock.state.load({ categories: [{ external_id: "C7", name: "there before" }] });
  const outcomes = await clock.run(allOf(bulk(klaviyo, "create", "catalog-category", categories(120))));
  const failed = outcomes.filter(({ status }) => status === "failed");
  expect(failed).toMatchObject([
    { index: 7, record: category("C7"), error: { code: "duplicate_resource", pointer: "/attributes/external_id" } },
  ]);
  expect(mock.state.categories.size).toBe(120);
});

test("records in the document's shape and flat ones are the same to the API, at both revisions", async () => {
  const { clock, mock, klaviyo, old } = world();
  const document = { type: "catalog-category", attributes: category("A") } as const;
  const records = [document, category("B")];
  const names = () => mock.state.categories.all().map(({ attributes }) => attributes.name);
  await clock.run(bulk(klaviyo, "create", "catalog-category", records).summary());
  expect(names()).toEqual(["A", "B"]);
  const renamed = [
    { ...category("A"), name: "Z" },
    { type: document.type, attributes: { ...category("B"), name: "Y" } },
  ];
  await clock.run(bulk(old, "upsert", "catalog-category", renamed).summary());
  expect(names()).toEqual(["Z", "Y"]);
});
