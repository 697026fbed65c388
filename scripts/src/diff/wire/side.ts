import type { OperationEntry } from "../../document/list-operations.ts";
import type { OpenApiDocument } from "../../document/openapi.ts";

/** An operation and the document that it stands in. */
export interface Side {
  document: OpenApiDocument;
  /** A webhook or callback has a label: there a program reads the request and writes the answer. */
  entry: OperationEntry & { label?: string };
}

type Part = "request" | "response";

/** What a program does with a part of an operation: it sends a `request`, or reads a `response`. */
export function directionOf({ entry }: Side, part: Part): Part {
  if (entry.label === undefined) return part;
  return part === "request" ? "response" : "request";
}
