import { createClient } from "../generated/2026-07-15.ts";
import { bulk } from "./bulk.ts";
import type { BulkOutcome } from "./records/bulk-outcome.ts";

const klaviyo = createClient({ apiKey: "pk_test" });
const item = { external_id: "I1", title: "Shirt", description: "", url: "https://shop.example" };

// Flat or as the document says; an upsert takes what a create takes.
bulk(klaviyo, "create", "catalog-item", [item]);
bulk(klaviyo, "upsert", "catalog-item", [{ type: "catalog-item", attributes: item }]);
bulk(klaviyo, "update", "catalog-item", [{ id: "1", title: null }]);
bulk(klaviyo, "delete", "catalog-category", [{ id: "1" }]);

// An outcome has the record's own type.
async function outcomes(): Promise<BulkOutcome<typeof item & { row: number }>[]> {
  const all: BulkOutcome<typeof item & { row: number }>[] = [];
  for await (const outcome of bulk(klaviyo, "create", "catalog-item", [{ ...item, row: 7 }])) all.push(outcome);
  return all;
}
void outcomes;

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
