import type { BulkType } from "./bulk-record.ts";

/** What a run has to know of a type of records. */
export interface CatalogKind {
  /** The name of a list of them, in paths and bodies. */
  readonly plural: string;
  /** Attributes that one to be created must have, as strings. */
  readonly strings: readonly string[];
  /** The same, as numbers. */
  readonly numbers: readonly string[];
}

export const catalogKinds: Readonly<Record<BulkType, CatalogKind>> = {
  "catalog-item": { plural: "items", strings: ["external_id", "title", "description", "url"], numbers: [] },
  "catalog-variant": {
    plural: "variants",
    strings: ["external_id", "title", "description", "url", "sku"],
    numbers: ["inventory_quantity", "price"],
  },
  "catalog-category": { plural: "categories", strings: ["external_id", "name"], numbers: [] },
};
