import { toPointer } from "./json-pointer.ts";
import { type Method, methods, type OpenApiDocument, type Operation, type PathItem } from "./openapi.ts";
import { resolve } from "./reference.ts";

export interface OperationEntry {
  method: Method;
  path: string;
  pathItem: PathItem;
  operation: Operation;
  /** Where the operation stands in its document. */
  pointer: string;
}

/** Every operation of a document, in the document's order. */
export function* listOperations(document: OpenApiDocument): Generator<OperationEntry> {
  for (const [path, value] of Object.entries(document.paths)) {
    if (path.startsWith("x-")) continue;
    const pathItem = resolve<PathItem>(document, value);
    for (const method of Object.keys(pathItem).filter(isMethod)) {
      const operation = pathItem[method];
      if (operation) yield { method, path, pathItem, operation, pointer: toPointer(["paths", path, method]) };
    }
  }
}

function isMethod(key: string): key is Method {
  return methods.includes(key as Method);
}
