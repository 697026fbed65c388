import type { OpenApiDocument } from "../../document/openapi.ts";
import { accepts } from "./accepts.ts";
import { sampleValues } from "./sample-values.ts";
import type { Node } from "./schema-code.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

/**
 * Bodies that the old document takes for an operation and the new one refuses; `undefined` where the one or the other has
 * no body of the same media type, or takes none at all. `now` is where the operation is in the new document.
 */
export function refusedRequests(
  before: OpenApiDocument,
  after: OpenApiDocument,
  id: string,
  now: { method: string; path: string },
): unknown[] | undefined {
  const old = Object.values(before.paths)
    .flatMap((item) => Object.values(item))
    .find((operation) => "operationId" in operation && operation.operationId === id);
  const next = after.paths[now.path]?.[now.method.toLowerCase() as "post"];
  const [had, has] = [contentOf(old), contentOf(next)];
  const [media] = Object.keys(had).filter((name) => has[name]);
  if (media === undefined) return undefined;
  const [from, to] = [had[media]?.schema ?? {}, has[media]?.schema ?? {}];
  const accepted = sampleValues(before, from).filter((value) => accepts(before, from, value));
  // A schema that requires itself takes nothing.
  return accepted.length === 0 ? undefined : accepted.filter((value) => !accepts(after, to, value));
}

function contentOf(operation: unknown): Record<string, { schema: Node }> {
  const { requestBody } = (operation ?? {}) as { requestBody?: { content?: Record<string, { schema: Node }> } };
  return requestBody?.content ?? {};
}
