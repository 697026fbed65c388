import { type Api, createClient } from "../generated/2026-07-15.ts";
import { bulk } from "./bulk.ts";
import type { BulkOutcome } from "./records/bulk-outcome.ts";
import type { BulkRecord } from "./records/bulk-record.ts";

const klaviyo = createClient({ apiKey: "pk_test" });
const item = { external_id: "I1", title: "Shirt", description: "", url: "https://shop.example" };

// Flat or as the document says; an upsert takes what a create takes.
bulk(klaviyo, "create", "catalog-item", [item]);
bulk(klaviyo, "upsert", "catalog-item", [{ type: "catalog-item", attributes: item }]);
bulk(klaviyo, "update", "catalog-item", [{ id: "1", title: null }]);
bulk(klaviyo, "delete", "catalog-category", [{ id: "1" }]);

// A document's shape may have links, as an answer has them; a delete takes whatever has an id.
const links = { self: "https://a.klaviyo.com/api/catalog-items/1" };
bulk(klaviyo, "update", "catalog-item", [{ type: "catalog-item", id: "1", attributes: { title: "Shirt" }, links }]);
bulk(klaviyo, "delete", "catalog-item", [{ type: "catalog-item", id: "1", attributes: item, links }]);
bulk(klaviyo, "delete", "catalog-item", [{ id: "1", row: 7 }]);

// Any source will do, and what it gives may be of several shapes.
declare const stream: ReadableStream<typeof item>;
declare const mixed: AsyncIterable<typeof item | { type: "catalog-item"; attributes: typeof item }>;
bulk(klaviyo, "create", "catalog-item", stream);
bulk(klaviyo, "create", "catalog-item", mixed);
bulk(klaviyo, "create", "catalog-item", new Set([item]));

// An outcome has the record's own type; what a symbol names is never sent.
const row = Symbol("row");
async function outcomes(): Promise<BulkOutcome<typeof item & { [row]: number }>[]> {
  const all: BulkOutcome<typeof item & { [row]: number }>[] = [];
  for await (const outcome of bulk(klaviyo, "create", "catalog-item", [{ ...item, [row]: 7 }])) all.push(outcome);
  return all;
}
void outcomes;

// A wrapper names its records.
export function upsertItems(items: AsyncIterable<BulkRecord<Api, "upsert", "catalog-item">>): unknown {
  return bulk(klaviyo, "upsert", "catalog-item", items);
}

// @ts-expect-error an attribute is misspelled
bulk(klaviyo, "update", "catalog-item", [{ id: "1", titel: "Shirt" }]);
// @ts-expect-error an item has no row
bulk(klaviyo, "create", "catalog-item", [{ ...item, row: 7 }]);
// @ts-expect-error nor has it one in the document's shape
bulk(klaviyo, "create", "catalog-item", [{ type: "catalog-item", attributes: { ...item, row: 7 } }]);
// @ts-expect-error an item to be created needs a title
bulk(klaviyo, "create", "catalog-item", [{ external_id: "I1", description: "", url: "https://shop.example" }]);
// @ts-expect-error an update names its record by its id
bulk(klaviyo, "update", "catalog-item", [{ title: "Shirt" }]);
// @ts-expect-error a variant needs its item
bulk(klaviyo, "create", "catalog-variant", [{ ...item, sku: "S", inventory_quantity: 1, price: 1 }]);
// @ts-expect-error a name is a string
bulk(klaviyo, "upsert", "catalog-category", [{ external_id: "C1", name: 7 }]);
// @ts-expect-error there is no such type of records
bulk(klaviyo, "create", "catalog-subscription", [item]);
