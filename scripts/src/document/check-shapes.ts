import { toPointer } from "./json-pointer.ts";
import { methods, type OpenApiDocument } from "./openapi.ts";
import { resolve } from "./reference.ts";
import { SpecError } from "./spec-error.ts";
import type { Json } from "./walk.ts";

type Shape = "object" | "array" | "string" | "schema";

/**
 * The places that the pipeline walks into are of the kind it walks into. (Whether a document is good OpenAPI beyond
 * that is the linter's question.)
 */
export function checkShapes(document: OpenApiDocument, locate: (pointer: string) => string): void {
  const expect = (shape: Shape, value: unknown, ...path: (string | number)[]): Json => {
    const resolved = resolve(document, value);
    if (value === undefined || shapeOf(resolved) === shape) return resolved as Json;
    // JSON Schema has `true` for anything and `false` for nothing.
    if (shape === "schema" && /^(object|boolean)$/.test(shapeOf(resolved))) return resolved as Json;
    const pointer = toPointer(path);
    throw new SpecError(
      `${locate(pointer)}: expected ${article(shape)} at ${pointer}, found ${article(shapeOf(resolved))}`,
    );
  };
  const each = (value: object | undefined, visit: (child: unknown, key: string) => void) => {
    for (const [key, child] of Object.entries(value ?? {})) visit(child, key);
  };
  const checkParameters = (value: unknown, ...path: string[]) => {
    each(expect("array", value, ...path), (child, index) => {
      const parameter = expect("object", child ?? null, ...path, index);
      expect("string", parameter.name ?? null, ...path, index, "name");
      expect("schema", parameter.schema, ...path, index, "schema");
    });
  };
  const checkContent = (holder: Json | undefined, ...path: string[]) => {
    each(expect("object", holder?.content, ...path, "content"), (media, type) => {
      const { schema } = expect("object", media ?? null, ...path, "content", type);
      expect("schema", schema, ...path, "content", type, "schema");
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

  const checkPathItem = (value: unknown, ...path: string[]) => {
    const pathItem = expect("object", value ?? null, ...path);
    checkParameters(pathItem.parameters, ...path, "parameters");
    for (const method of methods) {
      const at = [...path, method];
      if (pathItem[method] === undefined) continue;
      const operation = expect("object", pathItem[method], ...at);
      expect("string", operation.operationId, ...at, "operationId");
      checkParameters(operation.parameters, ...at, "parameters");
      checkContent(expect("object", operation.requestBody, ...at, "requestBody"), ...at, "requestBody");
      each(expect("object", operation.responses, ...at, "responses"), (answer, status) => {
        checkContent(expect("object", answer ?? null, ...at, "responses", status), ...at, "responses", status);
      });
      expect("array", operation.tags, ...at, "tags");
      expect("array", operation["x-klaviyo-scopes"], ...at, "x-klaviyo-scopes");
      expect("array", operation["x-klaviyo-operation-aliases"], ...at, "x-klaviyo-operation-aliases");
      expect("object", operation["x-klaviyo-ratelimit"], ...at, "x-klaviyo-ratelimit");
      each(expect("object", operation["x-klaviyo-filters"], ...at, "x-klaviyo-filters"), (filter, field) => {
        checkFilter(filter, ...at, "x-klaviyo-filters", field);
      });
    }
  };

  expect("object", document.info, "info");
  each(expect("object", document.components, "components"), (group, kind) => {
    if (!kind.startsWith("x-")) each(expect("object", group, "components", kind), () => {});
  });
  each(expect("object", document.paths, "paths"), (value, path) => {
    if (!path.startsWith("x-")) checkPathItem(value, "paths", path);
  });
  each(expect("object", document.webhooks, "webhooks"), (value, name) => checkPathItem(value, "webhooks", name));
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
