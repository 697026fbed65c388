import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument, Parameter, Reference } from "../document/openapi.ts";
import { isReference, resolve } from "../document/reference.ts";

/**
 * Changes a document in place so that its types are what callers should see:
 * the client sends the revision itself, a path parameter is never null,
 * and `nullable` beside a `$ref` (which the types generator ignores) keeps its `null`.
 */
export function normalizeDocument(document: OpenApiDocument): void {
  const drop = (parameters: (Parameter | Reference)[] | undefined) =>
    parameters?.filter((parameter) => !isRevision(resolve(document, parameter)));

  for (const { operation, pathItem } of listOperations(document)) {
    for (const holder of [pathItem, operation]) {
      if (holder.parameters) holder.parameters = drop(holder.parameters) ?? [];
      for (const parameter of holder.parameters ?? []) neverNull(resolve(document, parameter), document);
    }
  }
  for (const [name, parameter] of Object.entries(document.components?.parameters ?? {})) {
    if (isRevision(resolve(document, parameter))) delete document.components?.parameters?.[name];
  }
  keepNullBesideReferences(document);
}

function isRevision(parameter: Parameter): boolean {
  return parameter.in === "header" && parameter.name === "revision";
}

/** A rule of OpenAPI's, so for any document; `corrections.yaml` names the places where upstream breaks it. */
function neverNull(parameter: Parameter, document: OpenApiDocument): void {
  if (parameter.in !== "path" || !parameter.schema) return;
  const { nullable, type, ...schema } = resolve(document, parameter.schema);
  const types = [type ?? []].flat();
  if (!nullable && !parameter.schema.nullable && !types.includes("null")) return;
  const [first, ...others] = types.filter((name) => name !== "null");
  parameter.schema = { ...schema, type: others.length > 0 && first ? [first, ...others] : first };
}

function keepNullBesideReferences(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  if (isReference(node) && node.nullable === true) {
    const { $ref, nullable: _, ...siblings } = node;
    const schema = node as Record<string, unknown>;
    for (const key of Object.keys(schema)) delete schema[key];
    Object.assign(schema, siblings, { oneOf: [{ $ref }], nullable: true });
    return;
  }
  for (const value of Object.values(node)) keepNullBesideReferences(value);
}
