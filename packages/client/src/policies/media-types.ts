import { findOperation } from "../find-operation.ts";
import type { OperationTable } from "../operation-table.ts";
import type { Policy } from "../policy.ts";

/**
 * Sends the media types that the document names for the operation; the API answers 415 to another `Content-Type`.
 *
 * @example
 * ```ts
 * import { mediaTypes, operations } from "@org/client";
 *
 * const policy = mediaTypes(operations);
 * ```
 */
export function mediaTypes(operations: OperationTable): Policy {
  return (next) => (request, init) => {
    const operation = findOperation(operations)(request);
    const { headers } = request;
    if (operation && !headers.has("accept")) headers.set("accept", operation.accept);
    // openapi-fetch says application/json for every body
    if (operation?.contentType && headers.get("content-type") === "application/json")
      headers.set("content-type", operation.contentType);
    return next(request, init);
  };
}
