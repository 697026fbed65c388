import type { OpenApiDocument } from "../../document/openapi.ts";
import { lookUp, type Node } from "./schema-code.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

/** Whether an API takes a value, as JSON Schema says it; of the keywords those that the proof's documents have. */
export function accepts(document: OpenApiDocument, reference: Node, value: unknown): boolean {
  return check(document, reference, value, [isOfType, keepsLimits, hasProperties]);
}

/**
 * Whether a program that was written for a schema reads a value as what it takes it for: of another kind is a fraction
 * where whole numbers were, text of another format, or no element where one was certain. How long or large a value is,
 * and what stands beside the properties that it knows, is nothing to it.
 */
export function isReadable(document: OpenApiDocument, reference: Node, value: unknown): boolean {
  return check(document, reference, value, [isOfType, isOfForm, hasKnownProperties]);
}

type Check = (document: OpenApiDocument, node: Node, value: unknown, again: typeof accepts) => boolean;

function check(document: OpenApiDocument, reference: Node, value: unknown, checks: readonly Check[]): boolean {
  const node = lookUp(document, reference);
  if (value === null) return node.nullable === true;
  const again: typeof accepts = (_, part, other) => check(document, part, other, checks);
  return (
    checks.every((each) => each(document, node, value, again)) &&
    (node.allOf ?? []).every((part) => again(document, part, value)) &&
    [node.oneOf, node.anyOf].every((members) => members?.some((member) => again(document, member, value)) ?? true)
  );
}

const isOfType: Check = (document, { type, enum: values, items }, value, again) => {
  if (values && !values.includes(value)) return false;
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") {
    return Array.isArray(value) && value.every((element) => again(document, items ?? {}, element));
  }
  if (type === "object") return typeof value === "object" && !Array.isArray(value);
  return type === undefined || typeof value === type;
};

const isOfForm: Check = (_, { format, minItems }, value) => {
  if (typeof value === "string") return format !== "date" || /^\d{4}-\d\d-\d\d$/.test(value);
  return !Array.isArray(value) || value.length > 0 || !(Number(minItems) > 0);
};

const keepsLimits: Check = (document, node, value) => {
  const { maxLength, maximum, minItems, not } = node as { maxLength?: number; maximum?: number; minItems?: number } & {
    not?: Node;
  };
  if (!isOfForm(document, node, value, accepts)) return false;
  if (not && accepts(document, not, value)) return false;
  if (typeof value === "string") return value.length <= (maxLength ?? Number.POSITIVE_INFINITY);
  if (typeof value === "number") return value <= (maximum ?? Number.POSITIVE_INFINITY);
  return !Array.isArray(value) || value.length >= (minItems ?? 0);
};

const hasProperties: Check = (document, node, value, again) => {
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
      if (property) return again(document, property, child);
      return typeof additionalProperties === "object"
        ? again(document, additionalProperties, child)
        : additionalProperties !== false;
    })
  );
};

/** What must be there by a name that the schema only demands and does not describe, no program reads. */
const hasKnownProperties: Check = (document, { properties, required = [], ...node }, value, again) => {
  const known = required.filter((name) => properties?.[name]);
  const { dependentRequired: _, additionalProperties, ...others } = node;
  const map = properties === undefined && typeof additionalProperties === "object" && { additionalProperties };
  return hasProperties(
    document,
    { ...others, ...map, ...(properties && { properties }), required: known },
    value,
    again,
  );
};
