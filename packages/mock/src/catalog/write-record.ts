import { conflict, invalid, notFound } from "../fragment/api-problem.ts";
import type { Catalog } from "./catalog.ts";
import { checkAttributes } from "./check-attributes.ts";
import { type Kind, resourceId } from "./kind.ts";
import { addLinks, givenLinks, replaceLinks } from "./linkage.ts";
import type { Attributes, CatalogRecord } from "./record-table.ts";
import type { Identifier, ResourceInput } from "./resource-input.ts";
import type { Steps } from "./steps.ts";

export interface WriteOptions {
  /** Where the input stands in the request's body, as a JSON pointer. */
  pointer: string;
  /** When it is written, in milliseconds since the epoch. */
  at: number;
}

/** @throws {ApiProblem} 404, at `pointer` when the id stood in a body */
export function findRecord(catalog: Catalog, kind: Kind, id: string, pointer?: string): CatalogRecord {
  const record = catalog.get(kind, id);
  if (record === undefined) throw notFound(`The ${kind} '${id}'`, pointer === undefined ? undefined : { pointer });
  return record;
}

/**
 * Creates a record with its links; single calls, jobs and fixtures share it. Mistakes are found before the first step.
 *
 * @throws {ApiProblem} 400 for a bad value, 404 for a missing parent or link, 409 for an id that is taken
 */
export function* createRecord(
  catalog: Catalog,
  kind: Kind,
  input: ResourceInput,
  { pointer, at }: WriteOptions,
): Steps<CatalogRecord> {
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
  const links = yield* givenLinks(catalog, kind, input, pointer);
  const own = withDefaults(kind, attributes);
  const record = catalog.insert(kind, { id, attributes: own, ...(itemId !== undefined && { itemId }) }, at);
  if (links) yield* addLinks(catalog, record, links);
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

/**
 * Changes the attributes that the input gives, and its links as a whole where it gives any.
 *
 * @throws {ApiProblem} 400 for a bad value, 404 for a missing link
 */
export function* updateRecord(
  catalog: Catalog,
  record: CatalogRecord,
  input: ResourceInput,
  { pointer, at }: WriteOptions,
): Steps {
  const attributes = input.attributes ?? {};
  checkAttributes(attributes, pointer);
  const links = yield* givenLinks(catalog, record.kind, input, pointer);
  catalog.update(record, attributes, at);
  if (links) yield* replaceLinks(catalog, record, links);
}
