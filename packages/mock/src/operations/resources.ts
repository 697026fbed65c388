import { type Kind, plural } from "../catalog/kind.ts";
import { relatedKinds, relatedRecords } from "../catalog/linkage.ts";
import type { OrderedIndex } from "../catalog/ordered-index.ts";
import type { CatalogRecord } from "../catalog/record-table.ts";
import type { ResourceInput } from "../catalog/resource-input.ts";
import { createRecord, findRecord, updateRecord } from "../catalog/write-record.ts";
import type { Document, ResourceObject } from "../documents/document.ts";
import { uriOf } from "../documents/page-links.ts";
import { resourceObject } from "../documents/resource-object.ts";
import { conflict } from "../fragment/api-problem.ts";
import { selectRecords } from "../query/select-records.ts";
import type { Handler, HandlerContext } from "./handler-context.ts";
import { pageOf } from "./pages.ts";

/** Records that a path narrows a list down to. */
export type Scope = (context: HandlerContext) => OrderedIndex<CatalogRecord>;

/** A page of records of one kind: of all of them, or of those in the scope that the path names. */
export function listResources(kind: Kind, scopeOf?: Scope): Handler {
  return function* (context) {
    const { account, query, urls } = context;
    const { catalog } = account;
    const { index, matches } = yield* selectRecords(catalog, kind, query.filter, scopeOf?.(context));
    const { entries, links } = pageOf(context, index, matches);
    const linkage = query.include.size > 0;
    return {
      data: entries.map((record) => resourceObject(record, { catalog, urls, linkage })),
      ...included(context, entries),
      links,
    };
  };
}

export function createResource(kind: Kind): Handler {
  return function* (context) {
    const { data } = context.body as { data: ResourceInput };
    const options = { pointer: "/data", at: context.now };
    return oneResource(context, yield* createRecord(context.account.catalog, kind, data, options), true);
  };
}

export function getResource(kind: Kind): Handler {
  return (context) => oneResource(context, recordAt(context, kind), context.query.include.size > 0);
}

export function updateResource(kind: Kind): Handler {
  return function* (context) {
    const { data } = context.body as { data: ResourceInput };
    const record = recordAt(context, kind);
    if (data.id !== record.id) {
      throw conflict(`The body's id '${data.id}' is not the path's '${record.id}'.`, { pointer: "/data/id" });
    }
    yield* updateRecord(context.account.catalog, record, data, { pointer: "/data", at: context.now });
    return oneResource(context, record, true);
  };
}

export function deleteResource(kind: Kind): Handler {
  return function* (context) {
    yield* context.account.catalog.delete(recordAt(context, kind));
    return undefined;
  };
}

/**
 * The record that the path names.
 *
 * @throws {ApiProblem} 404
 */
export function recordAt({ account, path }: HandlerContext, kind: Kind): CatalogRecord {
  return findRecord(account.catalog, kind, path.id ?? "");
}

/** The document of a single record. */
function oneResource(context: HandlerContext, record: CatalogRecord, linkage: boolean): Document {
  const { account, url, urls } = context;
  return {
    data: resourceObject(record, { catalog: account.catalog, urls, linkage }),
    ...included(context, [record]),
    links: { self: uriOf(url) },
  };
}

/** The related records that `include` asks for, each once; nothing when it asks for none. */
function included(
  { account: { catalog }, query, urls }: HandlerContext,
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
