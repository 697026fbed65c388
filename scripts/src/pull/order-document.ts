import type { OpenApiDocument } from "../document/openapi.ts";
import { dropLinkDates } from "./drop-link-dates.ts";

type Kind = "document" | "info" | "paths" | "path" | "operation" | "components" | "names" | "other";

/** What comes first in each kind of object; everything else follows by name. */
const first: Partial<Record<Kind, readonly string[]>> = {
  document: ["openapi", "info", "servers", "security", "tags", "paths", "components"],
  info: ["title", "version", "description"],
  path: ["parameters", "get", "post", "put", "patch", "delete"],
  operation: ["operationId", "summary", "description", "tags", "deprecated", "parameters", "requestBody", "responses"],
  components: ["securitySchemes", "parameters", "requestBodies", "responses", "schemas"],
  other: ["$ref", "name", "in", "type", "required", "format", "nullable", "description", "enum", "properties", "items"],
};
const namesOf = new Set(["properties", "responses", "content", "headers", "securitySchemes", "parameters", "schemas"]);
/** Objects that are data: their keys are in the order that somebody gave them. */
const data = new Set(["example", "examples", "default"]);

/**
 * A copy whose order depends on names alone, so that two pulls differ only in what is different; without the dates in
 * documentation links, which differ in every revision.
 */
export function orderDocument({ openapi, info, ...rest }: OpenApiDocument): OpenApiDocument {
  const { servers, security, tags, paths, components } = rest;
  const { title, version, description } = (info ?? {}) as Record<string, unknown>;
  const kept = { openapi, info: { title, version, description }, servers, security, tags, paths, components };
  return order(kept, "document") as OpenApiDocument;
}

function order(value: unknown, kind: Kind): unknown {
  if (typeof value === "string") return dropLinkDates(value);
  if (Array.isArray(value)) return value.map((item) => order(item, "other"));
  if (typeof value !== "object" || value === null) return value;
  const ranks = first[kind] ?? [];
  const rank = (key: string) => (ranks.includes(key) ? ranks.indexOf(key) : ranks.length);
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, child]) => [key, kind !== "names" && data.has(key) ? child : order(child, kindOf(key, kind))]),
  );
}

function kindOf(key: string, parent: Kind): Kind {
  if (parent === "document") return key === "info" || key === "paths" || key === "components" ? key : "other";
  if (parent === "paths") return "path";
  if (parent === "path") return key === "parameters" ? "other" : "operation";
  if (parent === "components") return "names";
  return parent !== "names" && namesOf.has(key) ? "names" : "other";
}
