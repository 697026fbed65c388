import { identifier } from "../documents/identifier.ts";
import { pageLinks } from "../documents/page-links.ts";
import { takePage } from "../query/take-page.ts";
import type { CatalogRecord } from "../state/catalog-record.ts";
import type { Kind } from "../state/kind.ts";
import type { OrderedIndex } from "../state/ordered-index.ts";
import { selectRecords } from "../state/select-records.ts";
import type { Exchange, Handler } from "./handler.ts";

/** A page of the identifiers in a relationship. */
export function listLinkage(kind: Kind, scopeOf: (exchange: Exchange) => OrderedIndex<CatalogRecord>): Handler {
  return (exchange) => {
    const { account, query, url } = exchange;
    const { index, matches } = selectRecords(account.catalog, kind, query.filter, scopeOf(exchange));
    const page = takePage(index, { ...query, matches });
    return { data: page.entries.map(identifier), links: pageLinks(url, page) };
  };
}
