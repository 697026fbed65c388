import type { OpenApiDocument } from "../../document/openapi.ts";
import { lookUp, type Node } from "./schema-code.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

/** Whether an API takes a value, as JSON Schema says it; of the keywords those that the proof's documents have. */
export function accepts(document: OpenApiDocument, reference: Node, value: unknown): boolean {
  const node = lookUp(document, reference);
  if (value === null) return node.nullable === true;
  return (
    [isOfType, keepsLimits, hasProperties].every((check) => check(document, node, value)) &&
    (node.allOf ?? []).every((part) => accepts(document, part, value)) &&
    (node.oneOf === undefined || node.oneOf.some((member) => accepts(document, member, value))) &&
    !(node.not !== undefined && accepts(document, node.not as Node, value))
  );
}

function isOfType(document: OpenApiDocument, { type, enum: values, items }: Node, value: unknown): boolean {
  if (values && !values.includes(value)) return false;
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") {
    return Array.isArray(value) && value.every((element) => accepts(document, items ?? {}, element));
  }
  if (type === "object") return typeof value === "object" && !Array.isArray(value);
  return type === undefined || typeof value === type;
}

function keepsLimits(_: OpenApiDocument, node: Node, value: unknown): boolean {
  const { maxLength, maximum, minItems } = node as { maxLength?: number; maximum?: number; minItems?: number };
  if (typeof value === "string") return value.length <= (maxLength ?? Number.POSITIVE_INFINITY);
  if (typeof value === "number") return value <= (maximum ?? Number.POSITIVE_INFINITY);
  return !Array.isArray(value) || value.length >= (minItems ?? 0);
}

function hasProperties(document: OpenApiDocument, node: Node, value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return true;
  const { required = [], properties = {}, additionalProperties, dependentRequired = {} } = node;
  const names = Object.keys(value);
  return (
    required.every((name) => names.includes(name)) &&
    Object.entries(dependentRequired as Record<string, string[]>).every(
      ([name, needed]) => !names.includes(name) || needed.every((other) => names.includes(other)),
    ) &&
    Object.entries(value).every(([name, child]) => {
      const property = properties[name];
      return property ? accepts(document, property, child) : additionalProperties !== false;
    })
  );
}
