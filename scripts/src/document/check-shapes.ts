import { toPointer } from "./json-pointer.ts";
import { listOperations } from "./list-operations.ts";
import type { OpenApiDocument } from "./openapi.ts";
import { resolve } from "./reference.ts";
import { SpecError } from "./spec-error.ts";
import type { Json } from "./walk.ts";

type Shape = "object" | "array" | "string";

/**
 * What the pipeline reads of an operation besides its structure is of the kind that it reads. (Whether a document is
 * good OpenAPI beyond that is the linter's question.)
 */
export function checkShapes(document: OpenApiDocument, locate: (pointer: string) => string): void {
  const expect = (shape: Shape, value: unknown, ...path: string[]): Json => {
    const resolved = resolve(document, value);
    if (value === undefined || shapeOf(resolved) === shape) return resolved as Json;
    const pointer = toPointer(path);
    throw new SpecError(`${locate(pointer)}: expected ${article(shape)} at ${pointer}, found ${described(resolved)}`);
  };
  const each = (value: object | undefined, visit: (child: unknown, key: string) => void) => {
    for (const [key, child] of Object.entries(value ?? {})) visit(child, key);
  };
  const checkParameters = (value: unknown, ...path: string[]) => {
    each(expect("array", value, ...path), (child, index) => {
      const parameter = expect("object", child ?? null, ...path, index);
      expect("string", parameter.name ?? null, ...path, index, "name");
      expect("string", parameter.in, ...path, index, "in");
    });
  };
  const checkFilter = (filter: unknown, ...path: string[]) => {
    const { operators, value } = expect("object", filter ?? null, ...path);
    each(expect("object", operators ?? null, ...path, "operators"), (list, arity) => {
      each(expect("array", list ?? null, ...path, "operators", arity), (operator, index) => {
        expect("string", operator ?? null, ...path, "operators", arity, index);
      });
    });
    expect("array", expect("object", value, ...path, "value")?.enum, ...path, "value", "enum");
  };

  for (const { path, method, pathItem, operation } of listOperations(document)) {
    const at = ["paths", path, method];
    checkParameters(pathItem.parameters, "paths", path, "parameters");
    checkParameters(operation.parameters, ...at, "parameters");
    expect("string", operation.operationId, ...at, "operationId");
    for (const key of ["tags", "x-klaviyo-scopes", "x-klaviyo-operation-aliases"] as const) {
      expect("array", operation[key], ...at, key);
    }
    expect("object", operation["x-klaviyo-ratelimit"], ...at, "x-klaviyo-ratelimit");
    each(expect("object", operation["x-klaviyo-filters"], ...at, "x-klaviyo-filters"), (filter, field) => {
      checkFilter(filter, ...at, "x-klaviyo-filters", field);
    });
  }
}

/** What a value is, for a message: `nothing`, `an array`, `a string`. */
export function described(value: unknown): string {
  return article(shapeOf(value));
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return value === null ? "nothing" : typeof value;
}

function article(shape: string): string {
  if (shape === "nothing") return shape;
  return `${/^[aou]/.test(shape) ? "an" : "a"} ${shape}`;
}
