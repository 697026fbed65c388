import type { OperationEntry } from "../../document/list-operations.ts";
import type { OpenApiDocument } from "../../document/openapi.ts";

/** An operation and the document that it stands in. */
export interface Side {
  document: OpenApiDocument;
  entry: OperationEntry;
}
