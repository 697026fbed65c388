import type { CatalogRecord } from "../state/catalog-record.ts";
import type { Kind } from "../state/kind.ts";
import type { OrderedIndex } from "../state/ordered-index.ts";
import { relatedRecords } from "../state/related-records.ts";
import type { Exchange } from "./handler.ts";
import { recordAt } from "./record-at.ts";

/** What the record in the path is related to. The returned function refuses a record that does not exist with 404. */
export function scopeAt(kind: Kind, related: Kind): (exchange: Exchange) => OrderedIndex<CatalogRecord> {
  return (exchange) => relatedRecords(exchange.account.catalog, recordAt(exchange, kind), related);
}
