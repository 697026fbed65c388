import { findOperation } from "../operations/find-operation.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import type { Policy } from "./policy.ts";

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
  return (next) => (url, init) => {
    const { accept, contentType = accept } = findOperation(operations, url, init) ?? {};
    const { headers } = init;
    if (accept) headers.accept ??= accept;
    // what a body has before anything is known of its operation
    if (contentType && init.body && headers["content-type"] === "application/json") {
      headers["content-type"] = contentType;
    }
    return next(url, init);
  };
}
