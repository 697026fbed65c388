import type { ResourceObject } from "../documents/document.ts";
import { resourceObject } from "../documents/resource-object.ts";
import type { CatalogRecord } from "../state/catalog-record.ts";
import { plural } from "../state/kind.ts";
import { relatedKinds, relatedRecords } from "../state/related-records.ts";
import type { Exchange } from "./handler.ts";

/** The related records that `include` asks for, each once; nothing when it asks for none. */
export function included(
  { account: { catalog }, query, urls }: Exchange,
  records: readonly CatalogRecord[],
): { included?: ResourceObject[] } {
  if (query.include.size === 0) return {};
  const found = new Set<CatalogRecord>();
  for (const record of records) {
    for (const related of relatedKinds[record.kind].filter((kind) => query.include.has(plural[kind]))) {
      for (const other of relatedRecords(catalog, record, related)) found.add(other);
    }
  }
  return { included: Array.from(found, (record) => resourceObject(record, { catalog, urls, linkage: false })) };
}
