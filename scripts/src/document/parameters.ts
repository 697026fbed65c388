import type { OperationEntry } from "./list-operations.ts";
import type { OpenApiDocument, Parameter } from "./openapi.ts";
import { resolve } from "./reference.ts";

/** The parameters of an operation; one of its own takes the place of its path's. */
export function parametersOf(document: OpenApiDocument, { operation, pathItem }: OperationEntry): Parameter[] {
  const all = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])];
  const resolved = all.map((parameter) => resolve<Parameter>(document, parameter));
  return [...new Map(resolved.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}
