import { createClient } from "@org/client";
import { createMock, virtualClock } from "@org/mock";
import { expect, test } from "vitest";
import type { InputRecord } from "../../src/sync-catalog/catalog/catalog-record.ts";
import { Problems } from "../../src/sync-catalog/catalog/problems.ts";
import { checkEntry } from "../../src/sync-catalog/input/check-entry.ts";
import { makePlan } from "../../src/sync-catalog/plan/make-plan.ts";
import { outlineOf } from "../../src/sync-catalog/plan/outline.ts";
import { readAccount } from "../../src/sync-catalog/plan/read-account.ts";
import type { Outcome, Step } from "../../src/sync-catalog/send/outcome.ts";
import { sendPlan } from "../../src/sync-catalog/send/send-plan.ts";
import { item, variant } from "./sync-program.ts";

const category = { type: "catalog-category", external_id: "c", name: "C" };
const signal = new AbortController().signal;
const at = () => ({ file: "test", line: 1, column: 1 });

function recordsOf(...plain: object[]): InputRecord[] {
  const problems = new Problems();
  const records = plain.map(({ type, ...values }: { type?: string }) =>
    checkEntry({ type: type as "catalog-item", values, at }, problems),
  );
  expect(problems.count).toBe(0);
  return records as InputRecord[];
}

async function* readFrom(records: InputRecord[]): AsyncGenerator<InputRecord> {
  yield* records;
}

/** A mock and a client in virtual time, and what is told while a plan is done. */
function world() {
  const clock = virtualClock();
  const mock = createMock({ clock });
  const klaviyo = createClient({ apiKey: "pk_test", fetch: mock.fetch, clock: mock.clock });
  const steps: string[] = [];
  const outcomes: Outcome[] = [];
  const sync = (records: InputRecord[], { deleteMissing = false, onStep = (_: Step) => {} } = {}) =>
    clock.run(
      (async () => {
        const problems = new Problems();
        const outline = await outlineOf("test", () => readFrom(records), problems);
        const others = await readAccount(klaviyo, outline, { signal, deleteMissing, onRead: () => {} });
        const plan = await makePlan(outline, others, { deleteMissing, signal }, problems);
        expect(problems.count).toBe(0);
        await sendPlan(klaviyo, plan, outline, {
          signal,
          onStep: (step) => {
            steps.push(`${step.action} ${step.type}`);
            onStep(step);
          },
          onProgress: () => {},
          onCalls: () => {},
          onOutcome: (outcome) => outcomes.push(outcome),
        });
      })(),
    );
  return { mock, clock, steps, outcomes, sync };
}

test("parents come before children, and are deleted after them", async () => {
  const { mock, steps, sync } = world();
  await sync(recordsOf(variant("v", "i"), item("i", { categories: ["c"] }), category));
  const creating = ["create catalog-category", "create catalog-item", "create catalog-variant", "link catalog-item"];
  expect(steps).toEqual(creating);
  const gone = [category, item("i"), variant("v", "i")].map((record) => ({ ...record, delete: true }));
  await sync(recordsOf(...gone));
  expect(steps.slice(4)).toEqual(["delete catalog-variant", "delete catalog-item", "delete catalog-category"]);
  expect([mock.state.categories.size, mock.state.items.size, mock.state.variants.size]).toEqual([0, 0, 0]);
});

test("what belongs to something that could not be created is not sent", async () => {
  const { mock, clock, outcomes, sync } = world();
  /** Cancels the jobs that create items as soon as there are any. */
  const cancel = async (): Promise<void> => {
    const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
    const answer = await mock.fetch("/api/catalog-item-bulk-create-jobs", { headers });
    const { data } = (await answer.json()) as { data: { id: string }[] };
    for (const { id } of data) mock.state.cancelJob(id);
    if (data.length === 0) clock.after(10, cancel);
  };
  const records = recordsOf(category, item("a", { categories: ["c"] }), variant("v", "a"));
  await sync(records, {
    onStep: ({ type, action }) => void (type === "catalog-item" && action === "create" && cancel()),
  });
  const lost = "not sent, because the catalog-item a could not be created";
  expect(outcomes).toMatchObject([
    { external_id: "c", status: "done" },
    { external_id: "a", action: "create", status: "failed" },
    { external_id: "v", action: "create", status: "failed", error: lost },
    { external_id: "a", action: "link", category: "c", status: "failed", error: lost },
  ]);
  expect(mock.requests.some(({ url }) => url.includes("variant-bulk-create") || url.includes("relationships"))).toBe(
    false,
  );
});

test("many items go into a category by few calls", async () => {
  const { mock, sync } = world();
  const items = Array.from({ length: 250 }, (_, index) => item(`i-${index}`, { categories: ["c"] }));
  await sync(recordsOf(category, ...items));
  const links = mock.requests.filter(({ operationId }) => operationId === "add_items_to_catalog_category");
  expect(links).toHaveLength(3);
  expect(mock.state.categories.all()[0]?.related.items).toHaveLength(250);
});

test("a link that cannot be made is an outcome of its item", async () => {
  const { mock, outcomes, sync } = world();
  mock.faults.add({ play: "500", method: "POST", operationId: "add_items_to_catalog_category" });
  await sync(recordsOf(category, item("a", { categories: ["c"] })));
  expect(outcomes.at(-1)).toMatchObject({ external_id: "a", action: "link", status: "failed" });
  expect(outcomes.at(-1)?.error).toMatch(/^500 /);
});

test("a category that is deleted takes its links along, and its items stay", async () => {
  const { mock, steps, sync } = world();
  await sync(recordsOf(category, item("a", { categories: ["c"] })));
  steps.length = 0;
  await sync(recordsOf({ ...category, delete: true }, item("a", { categories: [] })));
  expect(steps).toEqual(["delete catalog-category"]);
  expect(mock.state.items.size).toBe(1);
});
