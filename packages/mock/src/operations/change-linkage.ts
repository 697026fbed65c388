import type { Kind } from "../state/kind.ts";
import { findAll } from "../writes/find-all.ts";
import type { Identifier } from "../writes/resource-input.ts";
import { addLinks, removeLinks, replaceLinks } from "../writes/write-links.ts";
import type { Handler } from "./handler.ts";
import { recordAt } from "./record-at.ts";

const changes = { POST: addLinks, PATCH: replaceLinks, DELETE: removeLinks };

/** Adds to, replaces or removes from a relationship, according to the method. */
export function changeLinkage(kind: Kind, related: Kind, method: "POST" | "PATCH" | "DELETE"): Handler {
  return (exchange) => {
    const { catalog } = exchange.account;
    const { data } = exchange.body as { data: readonly Identifier[] };
    const record = recordAt(exchange, kind);
    changes[method](catalog, record, findAll(catalog, related, data, "/data"));
    return undefined;
  };
}
