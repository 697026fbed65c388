import { notFound } from "../http/refusals.ts";
import type { Catalog } from "../state/catalog.ts";
import type { CatalogRecord } from "../state/catalog-record.ts";
import type { Kind } from "../state/kind.ts";

/** @throws {Refusal} 404, at `pointer` when the id stood in a body */
export function findRecord(catalog: Catalog, kind: Kind, id: string, pointer?: string): CatalogRecord {
  const record = catalog.get(kind, id);
  if (record === undefined) throw notFound(`The ${kind} '${id}'`, pointer === undefined ? undefined : { pointer });
  return record;
}
