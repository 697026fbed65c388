import { findOperation } from "../operations/find-operation.ts";
import type { OperationProfile, OperationTable } from "../operations/operation-table.ts";
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
    const operation = findOperation(operations, url, init);
    if (operation?.accept) setDefault(init, "accept", operation.accept);
    if (typeof init.body === "string") setDefault(init, "content-type", bodyType(operation));
    return next(url, init);
  };
}

/** The media type of an operation's body. */
export function bodyType({ accept, contentType = accept }: OperationProfile = {}): string {
  return contentType ?? "application/json";
}
