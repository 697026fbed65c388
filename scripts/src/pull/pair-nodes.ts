import { isText, isWalked, type Kind } from "../document/keywords.ts";
import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { resolve } from "../document/reference.ts";
import { childrenOf, isObject, type Json } from "../document/walk.ts";
import { requestKey } from "./select-operations.ts";

/** What stands at the same place of two documents, as it stands there: either may be a reference. */
export type VisitPair = (pulled: unknown, former: unknown, kind: Kind) => void;

/**
 * Visits what has the same place in two documents: the same operation, parameter, status or property, whatever the
 * components behind them are called. What is below an object of `pulled` is visited once.
 */
export function pairNodes(pulled: OpenApiDocument, former: OpenApiDocument, visit: VisitPair): void {
  const done = new Set<unknown>();
  const pair = (to: unknown, from: unknown, kind: Kind): void => {
    visit(to, from, kind);
    const [target, source] = [resolve(pulled, to), resolve(former, from)];
    if (Array.isArray(target) && Array.isArray(source)) {
      for (const [index, item] of target.entries()) pair(item, partnerOf(item, index, source), kind);
    }
    if (!isObject(target) || !isObject(source) || done.has(target)) return;
    done.add(target);
    for (const [key, child, childKind] of childrenOf(target, kind)) {
      if (isWalked(childKind) && !isText(childKind) && Object.hasOwn(source, key)) pair(child, source[key], childKind);
    }
  };
  const partnerOf = (item: unknown, index: number, source: readonly unknown[]): unknown => {
    const { in: place, name } = (resolve(pulled, item) ?? {}) as Json;
    if (name === undefined) return source[index];
    return source.find((other) => {
      const candidate = resolve(former, other) as Json;
      return candidate?.in === place && candidate.name === name;
    });
  };

  pair(pulled.info, former.info, "info");
  pair(pulled.tags, former.tags, "tag");
  for (const [to, from] of pairOperations(pulled, former)) pair(to.operation, from.operation, "operation");
  pair(pulled.components, former.components, "components");
}

/** The operations that both documents have. */
export function pairOperations(
  pulled: OpenApiDocument,
  former: OpenApiDocument,
): (readonly [pulled: OperationEntry, former: OperationEntry])[] {
  const known = new Map([...listOperations(former)].map((entry) => [requestKey(entry), entry]));
  return [...listOperations(pulled)].flatMap((entry) => {
    const partner = known.get(requestKey(entry));
    return partner ? [[entry, partner] as const] : [];
  });
}
