import type { Schema } from "@org/types";
import {
  flag,
  inventoryPolicy,
  metadata,
  name,
  number,
  price,
  text,
  type ValueKind,
  webUrl,
  webUrls,
} from "./value-kinds.ts";

/** What the API takes to create a record of each type. */
interface Inputs {
  "catalog-category": Schema<"CatalogCategoryCreateQueryResourceObject">["attributes"];
  "catalog-item": Schema<"CatalogItemCreateQueryResourceObject">["attributes"];
  "catalog-variant": Schema<"CatalogVariantCreateQueryResourceObject">["attributes"];
}

export type RecordType = keyof Inputs;

/** Parents come first: a variant needs its item, and a link needs both of its ends. */
export const recordTypes = ["catalog-category", "catalog-item", "catalog-variant"] as const satisfies RecordType[];

/** In messages and tables. */
export const plural: Readonly<Record<RecordType, string>> = {
  "catalog-category": "categories",
  "catalog-item": "items",
  "catalog-variant": "variants",
};

export interface AttributeRule<Required extends boolean = boolean> {
  kind: ValueKind;
  /** Whether a record cannot be created without it. */
  required: Required;
}

/** There is only one integration and one catalog to write to. */
type Fixed = "external_id" | "integration_type" | "catalog_type";

/** Rules as the API's document has them; an optional attribute that a later document adds needs none to compile. */
type RulesOf<Attributes> = {
  [Name in keyof Attributes as Exclude<Name, Fixed>]: AttributeRule<undefined extends Attributes[Name] ? false : true>;
};

const required = (kind: ValueKind): AttributeRule<true> => ({ kind, required: true });
const optional = (kind: ValueKind): AttributeRule<false> => ({ kind, required: false });

const ofProducts = {
  title: required(name),
  // Products without a description are common; the API wants the attribute, not a text in it.
  description: required(text),
  url: required(webUrl),
  image_full_url: optional(webUrl),
  image_thumbnail_url: optional(webUrl),
  images: optional(webUrls),
  custom_metadata: optional(metadata),
  published: optional(flag),
};

const rules: { [Type in RecordType]: RulesOf<Inputs[Type]> } = {
  "catalog-category": { name: required(name) },
  "catalog-item": { ...ofProducts, price: optional(price) },
  "catalog-variant": {
    ...ofProducts,
    sku: required(name),
    price: required(price),
    inventory_quantity: required(number),
    inventory_policy: optional(inventoryPolicy),
  },
};

export function rulesOf(type: RecordType): ReadonlyMap<string, AttributeRule> {
  return ruleMaps[type];
}

const ruleMaps: Readonly<Record<RecordType, ReadonlyMap<string, AttributeRule>>> = {
  "catalog-category": new Map(Object.entries(rules["catalog-category"])),
  "catalog-item": new Map(Object.entries(rules["catalog-item"])),
  "catalog-variant": new Map(Object.entries(rules["catalog-variant"])),
};
