import type { Kind } from "../catalog/kind.ts";
import { addLinks, findAll, relatedRecords, removeLinks, replaceLinks } from "../catalog/linkage.ts";
import type { OrderedIndex } from "../catalog/ordered-index.ts";
import type { CatalogRecord } from "../catalog/record-table.ts";
import type { Identifier } from "../catalog/write-record.ts";
import { identifier } from "../documents/document.ts";
import { pageLinks } from "../documents/page-links.ts";
import { selectRecords } from "../query/select-records.ts";
import { takePage } from "../query/take-page.ts";
import type { Handler, HandlerContext } from "./handler-context.ts";
import { recordAt } from "./resources.ts";

/** A page of the identifiers in a relationship. */
export function listLinkage(kind: Kind, scopeOf: (context: HandlerContext) => OrderedIndex<CatalogRecord>): Handler {
  return (context) => {
    const { account, query, url } = context;
    const { index, matches } = selectRecords(account.catalog, kind, query.filter, scopeOf(context));
    const page = takePage(index, { ...query, matches });
    return { data: page.entries.map(identifier), links: pageLinks(url, page) };
  };
}

const changes = { POST: addLinks, PATCH: replaceLinks, DELETE: removeLinks };

/** Adds to, replaces or removes from a relationship, according to the method. */
export function changeLinkage(kind: Kind, related: Kind, method: "POST" | "PATCH" | "DELETE"): Handler {
  return (context) => {
    const { catalog } = context.account;
    const { data } = context.body as { data: readonly Identifier[] };
    const record = recordAt(context, kind);
    changes[method](catalog, record, findAll(catalog, related, data, "/data"));
    return undefined;
  };
}

/** What the record in the path is related to. The returned function refuses a record that does not exist with 404. */
export function scopeAt(kind: Kind, related: Kind): (context: HandlerContext) => OrderedIndex<CatalogRecord> {
  return (context) => relatedRecords(context.account.catalog, recordAt(context, kind), related);
}
