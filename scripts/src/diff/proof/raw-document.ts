import type { OpenApiDocument } from "../../document/openapi.ts";
import type { Called } from "./refused-calls.ts";
import type { RawSide } from "./refused-requests.ts";
import type { Sent } from "./written-otherwise.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

/** What the proof looks at in an operation. */
export type RawOperation = RawSide & Called & Sent & { operationId?: string; callbacks?: object };

/** The operations of a path, of a webhook or of a callback, by method. */
export function methodsOf<Operation>(item: object): Record<string, Operation> {
  const entries = Object.entries(item).filter(([, value]) => typeof value === "object" && "responses" in value);
  return Object.fromEntries(entries) as Record<string, Operation>;
}

/** The operation of a document that is looked for, by itself or by where it is: `GET /path`. It knows its path's servers. */
export function operationOf(
  document: OpenApiDocument,
  isWanted: (operation: RawOperation, at: string) => boolean,
): RawOperation | undefined {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methodsOf<RawOperation>(item))) {
      if (isWanted(operation, `${method.toUpperCase()} ${path}`)) return { ...operation, pathItem: item as object };
    }
  }
  return undefined;
}

/**
 * The document with its callbacks as webhooks and without anything else, so that there are types of them. A program of a
 * callback writes down such types itself.
 */
export function callbacksAsWebhooks(
  document: OpenApiDocument,
  isSelected: (operation: { tags?: string[] }) => boolean = () => true,
): OpenApiDocument {
  const operations = Object.values(document.paths)
    .flatMap((item) => Object.values(methodsOf<{ callbacks?: Record<string, object>; tags?: string[] }>(item)))
    .filter(isSelected);
  const callbacks = operations.flatMap(({ callbacks = {} }) => Object.entries(callbacks));
  const webhooks = callbacks.map(([name, callback]) => [name, Object.values(callback)[0]]);
  return { ...document, paths: {}, webhooks: Object.fromEntries(webhooks) } as OpenApiDocument;
}
