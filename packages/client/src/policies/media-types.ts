import { findOperation } from "../operations/find-operation.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import { setDefault } from "./default-header.ts";
import type { Policy } from "./policy.ts";

/**
 * Sends the media types that the document names for the operation; the API answers 415 to another `Content-Type`. A
 * header set or removed by the caller stays as it is.
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
    const { accept, contentType = accept ?? "application/json" } = findOperation(operations, url, init) ?? {};
    if (accept) setDefault(init, "accept", accept);
    if (typeof init.body === "string") setDefault(init, "content-type", contentType);
    return next(url, init);
  };
}
