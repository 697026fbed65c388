import { notFound } from "../http/refusals.ts";
import type { Catalog } from "../state/catalog.ts";
import type { CatalogRecord } from "../state/catalog-record.ts";
import type { Kind } from "../state/kind.ts";
import type { Identifier } from "./resource-input.ts";

/**
 * The records that identifiers name.
 *
 * @throws {Refusal} 404 at the first identifier that names none
 */
export function findAll(
  catalog: Catalog,
  kind: Kind,
  identifiers: readonly Identifier[],
  pointer: string,
): CatalogRecord[] {
  return identifiers.map(({ id }, index) => {
    const record = catalog.get(kind, id);
    if (record === undefined) throw notFound(`The ${kind} '${id}'`, { pointer: `${pointer}/${index}/id` });
    return record;
  });
}
