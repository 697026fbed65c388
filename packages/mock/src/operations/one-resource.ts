import type { Document } from "../documents/document.ts";
import { resourceObject } from "../documents/resource-object.ts";
import type { CatalogRecord } from "../state/catalog-record.ts";
import type { Exchange } from "./handler.ts";
import { included } from "./included.ts";

/** The document of a single record. */
export function oneResource(exchange: Exchange, record: CatalogRecord, linkage: boolean): Document {
  const { account, url, urls } = exchange;
  return {
    data: resourceObject(record, { catalog: account.catalog, urls, linkage }),
    ...included(exchange, [record]),
    links: { self: url.href },
  };
}
