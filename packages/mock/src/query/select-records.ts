import type { Catalog } from "../catalog/catalog.ts";
import type { Kind } from "../catalog/kind.ts";
import { OrderedIndex } from "../catalog/ordered-index.ts";
import type { CatalogRecord } from "../catalog/record-table.ts";
import type { Steps } from "../catalog/steps.ts";
import type { FilterTerm } from "./parse-filter.ts";

/** Records to page through: an index, and what is left to check on each of its records. */
export interface Selection {
  index: OrderedIndex<CatalogRecord>;
  matches: (record: CatalogRecord) => boolean;
}

/**
 * Chooses the smallest index that holds every match, so that a filter on 100,000 records reads only its own. An index
 * that is not there yet is made first, in steps.
 */
export function* selectRecords(
  catalog: Catalog,
  kind: Kind,
  terms: readonly FilterTerm[],
  scope?: OrderedIndex<CatalogRecord>,
): Steps<Selection> {
  const table = catalog.tables[kind];
  for (const term of terms) yield* table.prepare(term);
  /** What a match has to be in. */
  const required = scope ? [scope] : [];
  /** What every match is in, beside others. */
  const wider = [table.order];
  const checks: Selection["matches"][] = [];
  for (const term of terms) {
    const index = indexFor(catalog, kind, term);
    if (index) required.push(index);
    else {
      wider.push(table.candidates(term));
      checks.push((record) => holds(record.attributes[term.field], term));
    }
  }
  const index = [...required, ...wider].reduce((least, one) => (one.size < least.size ? one : least));
  const others = required.filter((one) => one !== index);
  return {
    index,
    matches: (record) => others.every((other) => other.has(record)) && checks.every((check) => check(record)),
  };
}

function indexFor(catalog: Catalog, kind: Kind, { field, value }: FilterTerm): OrderedIndex<CatalogRecord> | undefined {
  const id = String(value);
  if (field === "ids") return indexOfIds(catalog, kind, value as readonly string[]);
  if (field === "category.id") return catalog.itemsOf(id);
  if (field === "item.id") return kind === "variant" ? catalog.variantsOf(id) : catalog.categoriesOf(id);
  return undefined;
}

function indexOfIds(catalog: Catalog, kind: Kind, ids: readonly string[]): OrderedIndex<CatalogRecord> {
  const index = new OrderedIndex<CatalogRecord>();
  for (const id of ids) {
    const record = catalog.get(kind, id);
    if (record) index.add(record);
  }
  return index;
}

function holds(attribute: unknown, { operator, value }: FilterTerm): boolean {
  if (operator === "contains") return String(attribute ?? "").includes(String(value));
  return attribute === value;
}
