import { notFound } from "../fragment/api-problem.ts";
import type { Catalog } from "./catalog.ts";
import { type Kind, plural } from "./kind.ts";
import type { OrderedIndex } from "./ordered-index.ts";
import type { CatalogRecord } from "./record-table.ts";
import type { Identifier, ResourceInput } from "./resource-input.ts";
import { forEachInSteps, type Steps } from "./steps.ts";

/** To-many relationships. */
export const relatedKinds: Readonly<Record<Kind, readonly Kind[]>> = {
  item: ["variant", "category"],
  variant: [],
  category: ["item"],
};

/** What a record is related to, in the order of creation. */
export function relatedRecords(catalog: Catalog, record: CatalogRecord, related: Kind): OrderedIndex<CatalogRecord> {
  if (related === "item") return catalog.itemsOf(record.id);
  return related === "variant" ? catalog.variantsOf(record.id) : catalog.categoriesOf(record.id);
}

/**
 * The records that identifiers name.
 *
 * @throws {ApiProblem} 404 at the first identifier that names none
 */
export function* findAll(
  catalog: Catalog,
  kind: Kind,
  identifiers: readonly Identifier[],
  pointer: string,
): Steps<CatalogRecord[]> {
  const records: CatalogRecord[] = [];
  yield* forEachInSteps(identifiers, ({ id }, index) => {
    const record = catalog.get(kind, id);
    if (record === undefined) throw notFound(`The ${kind} '${id}'`, { pointer: `${pointer}/${index}/id` });
    records.push(record);
  });
  return records;
}

/** What an item and a category may be linked to. */
const counterpart = { item: "category", category: "item" } as const;

/**
 * The links that a body gives, or nothing when it does not speak of them.
 *
 * @throws {ApiProblem} 404 at an identifier that names no record
 */
export function* givenLinks(
  catalog: Catalog,
  kind: Kind,
  input: ResourceInput,
  pointer: string,
): Steps<CatalogRecord[] | undefined> {
  if (kind === "variant") return undefined;
  const other = counterpart[kind];
  const data = input.relationships?.[plural[other]]?.data;
  if (data === undefined) return undefined;
  return yield* findAll(
    catalog,
    other,
    data as readonly Identifier[],
    `${pointer}/relationships/${plural[other]}/data`,
  );
}

/** Linking what is linked already changes nothing, as JSON:API asks. */
export function* addLinks(catalog: Catalog, record: CatalogRecord, others: readonly CatalogRecord[]): Steps {
  yield* forEachInSteps(others, (other) => catalog.link(...ends(record, other)));
}

export function* removeLinks(catalog: Catalog, record: CatalogRecord, others: readonly CatalogRecord[]): Steps {
  yield* forEachInSteps(others, (other) => catalog.unlink(...ends(record, other)));
}

export function* replaceLinks(catalog: Catalog, record: CatalogRecord, others: readonly CatalogRecord[]): Steps {
  const kept = new Set<CatalogRecord>();
  yield* forEachInSteps(others, (other) => kept.add(other));
  const links = record.kind === "item" ? catalog.categoriesOf(record.id) : catalog.itemsOf(record.id);
  yield* forEachInSteps(links.copy(), (other) => {
    if (!kept.has(other)) catalog.unlink(...ends(record, other));
  });
  yield* addLinks(catalog, record, others);
}

/** A link's item and category, whichever of them is spoken of. */
function ends(record: CatalogRecord, other: CatalogRecord): [item: CatalogRecord, category: CatalogRecord] {
  return record.kind === "item" ? [record, other] : [other, record];
}
