import { conflict, invalid } from "../http/refusals.ts";
import type { Catalog } from "../state/catalog.ts";
import type { Attributes, CatalogRecord } from "../state/catalog-record.ts";
import type { Kind } from "../state/kind.ts";
import { resourceId } from "../state/resource-id.ts";
import { checkAttributes } from "./check-attributes.ts";
import { findRecord } from "./find-record.ts";
import { givenLinks } from "./given-links.ts";
import type { Identifier, ResourceInput } from "./resource-input.ts";
import { addLinks } from "./write-links.ts";

/**
 * Creates a record from the body at `pointer`; single calls and jobs share it.
 *
 * @throws {Refusal} 400 for a bad value, 404 for a missing parent or link, 409 for an id that is taken
 */
export function createRecord(catalog: Catalog, kind: Kind, input: ResourceInput, pointer: string): CatalogRecord {
  const { integration_type, catalog_type, ...attributes } = input.attributes ?? {};
  checkAttributes(attributes, pointer);
  const id = resourceId({
    integration: String(integration_type ?? "$custom"),
    catalog: String(catalog_type ?? "$default"),
    externalId: String(attributes.external_id),
  });
  if (catalog.get(kind, id)) {
    throw conflict(`The ${kind} '${id}' exists already.`, { pointer: `${pointer}/attributes/external_id` });
  }
  const itemId = kind === "variant" ? findParent(catalog, input, pointer) : undefined;
  const links = givenLinks(catalog, kind, input, pointer);
  const record = catalog.insert(kind, {
    id,
    attributes: withDefaults(kind, attributes),
    ...(itemId !== undefined && { itemId }),
  });
  if (links) addLinks(catalog, record, links);
  return record;
}

function findParent(catalog: Catalog, input: ResourceInput, pointer: string): string {
  const at = `${pointer}/relationships/item/data`;
  const parent = input.relationships?.item?.data as Identifier | undefined;
  if (parent === undefined)
    throw invalid("The field 'data' is required: a variant belongs to an item.", { pointer: at });
  return findRecord(catalog, "item", parent.id, `${at}/id`).id;
}

function withDefaults(kind: Kind, attributes: Attributes): Attributes {
  if (kind === "category") return attributes;
  const published = attributes.published ?? true;
  return kind === "item"
    ? { ...attributes, published }
    : { ...attributes, published, inventory_policy: attributes.inventory_policy ?? 0 };
}
