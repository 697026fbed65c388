import type { Kind } from "../catalog/kind.ts";
import { addLinks, findAll, relatedRecords, removeLinks, replaceLinks } from "../catalog/linkage.ts";
import type { Identifier } from "../catalog/resource-input.ts";
import { identifier } from "../documents/document.ts";
import { selectRecords } from "../query/select-records.ts";
import type { Handler } from "./handler-context.ts";
import { pageOf } from "./pages.ts";
import { recordAt, type Scope } from "./resources.ts";

const changes = { POST: addLinks, PATCH: replaceLinks, DELETE: removeLinks };

/** Adds to, replaces or removes from a relationship, according to the method. */
export function changeLinkage(kind: Kind, related: Kind, method: "POST" | "PATCH" | "DELETE"): Handler {
  return function* (context) {
    const { catalog } = context.account;
    const { data } = context.body as { data: readonly Identifier[] };
    const record = recordAt(context, kind);
    yield* changes[method](catalog, record, yield* findAll(catalog, related, data, "/data"));
    return undefined;
  };
}

/** A page of the identifiers in a relationship. */
export function listLinkage(kind: Kind, related: Kind): Handler {
  const scope = scopeAt(kind, related);
  return function* (context) {
    const { account, query } = context;
    const { index, matches } = yield* selectRecords(account.catalog, related, query.filter, scope(context));
    const { entries, links } = pageOf(context, index, matches);
    return { data: entries.map(identifier), links };
  };
}

/** What the record in the path is related to. The returned function refuses a record that does not exist with 404. */
export function scopeAt(kind: Kind, related: Kind): Scope {
  return (context) => relatedRecords(context.account.catalog, recordAt(context, kind), related);
}
