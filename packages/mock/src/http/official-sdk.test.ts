import { ApiKeySession, CatalogsApi, RetryWithExponentialBackoff } from "klaviyo-api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createMock, type Mock } from "../create-mock.ts";
import { idOf } from "../testing/inputs.ts";
import type { Listener } from "./listen.ts";

// klaviyo-api 23 speaks revision 2026-07-15. Its types name the `type` of a resource by TypeScript enums, which it
// exports as values too; plain strings are what goes over the wire.
let mock: Mock;
let listener: Listener;
let api: CatalogsApi;
beforeEach(async () => {
  mock = createMock({ keys: { pk_sdk: {} }, pace: { queued: 0, processing: 0 } });
  listener = await mock.listen();
  const once = new RetryWithExponentialBackoff({ retryCodes: [], numRetries: 0, maxInterval: 1 });
  api = new CatalogsApi(new ApiKeySession("pk_sdk", once));
  api.basePath = listener.url;
});
afterEach(() => listener.close());

const category = (externalId: string) => ({
  type: "catalog-category" as const,
  attributes: { externalId, name: `Category ${externalId}` },
});
const item = (externalId: string) => ({
  type: "catalog-item" as const,
  attributes: { externalId, title: `Item ${externalId}`, description: "An item", url: "https://shop.example/item" },
});

test("the official SDK lists, creates, updates, deletes, links, runs a job, pages and sees errors", async () => {
  const created = await api.createCatalogCategory({ data: category("C1") as never });
  expect(created.body.data).toMatchObject({ id: idOf("C1"), attributes: { externalId: "C1", name: "Category C1" } });
  const data = { type: "catalog-category", id: idOf("C1"), attributes: { name: "Summer" } };
  const updated = await api.updateCatalogCategory(idOf("C1"), { data: data as never });
  expect(updated.body.data.attributes.name).toBe("Summer");

  await api.createCatalogItem({ data: item("I1") as never });
  const variant = {
    type: "catalog-variant",
    attributes: { ...item("V1").attributes, sku: "V1", inventoryQuantity: 2, price: 10 },
    relationships: { item: { data: { type: "catalog-item", id: idOf("I1") } } },
  };
  await api.createCatalogVariant({ data: variant as never });
  await api.addItemsToCatalogCategory(idOf("C1"), { data: [{ type: "catalog-item", id: idOf("I1") }] as never });
  const inCategory = await api.getItemsForCatalogCategory(idOf("C1"), { include: ["variants"] });
  expect(inCategory.body.data[0]?.relationships?.variants?.data?.[0]?.id).toBe(idOf("V1"));
  expect(inCategory.body.included?.[0]?.attributes.inventoryQuantity).toBe(2);
  expect(inCategory.body.data[0]?.attributes.created).toBeInstanceOf(Date);

  const records = [item("I2"), item("I3"), item("I1")];
  const job = { type: "catalog-item-bulk-create-job", attributes: { items: { data: records } } };
  const submitted = await api.bulkCreateCatalogItems({ data: job as never });
  const done = await api.getBulkCreateCatalogItemsJob(submitted.body.data.id, { include: ["items"] });
  expect(done.body.data.attributes).toMatchObject({ status: "complete", completedCount: 2, failedCount: 1 });
  expect(done.body.data.attributes.errors?.[0]?.source.pointer).toBe(
    "/data/attributes/items/data/2/attributes/external_id",
  );
  expect(done.body.included?.map((one) => one.id)).toEqual([idOf("I2"), idOf("I3")]);

  const pages: string[][] = [];
  let pageCursor: string | undefined;
  do {
    const { body } = await api.getCatalogItems({ pageSize: 2, sort: "-created", ...(pageCursor && { pageCursor }) });
    pages.push(body.data.map((one) => one.id));
    const next: string | null | undefined = body.links?.next;
    pageCursor = next ? (new URL(next).searchParams.get("page[cursor]") ?? undefined) : undefined;
  } while (pageCursor);
  expect(pages).toEqual([[idOf("I3"), idOf("I2")], [idOf("I1")]]);
  const filtered = await api.getCatalogItems({ filter: 'contains(title,"I2")', fieldsCatalogItem: ["title"] });
  expect(filtered.body.data.map((one) => one.attributes)).toEqual([{ title: "Item I2" }]);

  await api.deleteCatalogCategory(idOf("C1"));
  await expect(api.getCatalogCategory(idOf("C1"))).rejects.toMatchObject({
    response: { status: 404, data: { errors: [{ code: "not_found" }] } },
  });
  expect(mock.requests.every((request) => request.revision === "2026-07-15")).toBe(true);
});

test("the SDK's users page by giving the whole next URL as the cursor", async () => {
  const ids = ["I1", "I2", "I3", "I4", "I5", "other"];
  for (const id of ids) await api.createCatalogItem({ data: item(id) as never });
  const first = {
    pageSize: 2,
    sort: "-created",
    filter: 'contains(title,"Item I")',
    fieldsCatalogItem: ["external_id"],
  } as const;
  const pages: unknown[][] = [];
  let pageCursor: string | null | undefined;
  do {
    // what the first call asked for, the URL says, on every page that follows
    const { body } = await api.getCatalogItems(pageCursor ? { pageCursor } : (first as never));
    pages.push(body.data.map((one) => one.attributes));
    pageCursor = body.links?.next;
  } while (pageCursor);
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(pages.flat()).toEqual(["I5", "I4", "I3", "I2", "I1"].map((externalId) => ({ externalId })));
});
