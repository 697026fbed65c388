import { pageLinks } from "../documents/page-links.ts";
import { resourceObject } from "../documents/resource-object.ts";
import { takePage } from "../query/take-page.ts";
import type { CatalogRecord } from "../state/catalog-record.ts";
import type { Kind } from "../state/kind.ts";
import type { OrderedIndex } from "../state/ordered-index.ts";
import { selectRecords } from "../state/select-records.ts";
import type { Exchange, Handler } from "./handler.ts";
import { included } from "./included.ts";

/** A page of records of one kind: of all of them, or of those in the scope that the path names. */
export function listResources(kind: Kind, scopeOf?: (exchange: Exchange) => OrderedIndex<CatalogRecord>): Handler {
  return (exchange) => {
    const { account, query, url, urls } = exchange;
    const { catalog } = account;
    const { index, matches } = selectRecords(catalog, kind, query.filter, scopeOf?.(exchange));
    const page = takePage(index, { ...query, matches });
    const linkage = query.include.size > 0;
    return {
      data: page.entries.map((record) => resourceObject(record, { catalog, urls, linkage })),
      ...included(exchange, page.entries),
      links: pageLinks(url, page),
    };
  };
}
