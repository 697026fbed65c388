import { hasNames, isText, type Kind, kindAt } from "../document/keywords.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { dropLinkDates } from "./drop-link-dates.ts";

/** What comes first in an object; everything else follows by name. */
const first: Partial<Record<Kind, readonly string[]>> = {
  document: ["openapi", "info", "servers", "security", "tags", "paths", "components"],
  info: ["title", "version", "description"],
  pathItem: ["parameters", "get", "post", "put", "patch", "delete"],
  operation: ["operationId", "summary", "description", "tags", "deprecated", "parameters", "requestBody", "responses"],
  components: ["securitySchemes", "parameters", "requestBodies", "responses", "schemas"],
};
const firstElsewhere = "$ref name in type required format nullable description enum properties items".split(" ");

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
  if (Array.isArray(value)) return value.map((item) => order(item, kind));
  // The keys of samples and defaults are in the order that somebody gave them.
  if (typeof value !== "object" || value === null || isText(kind) || kind === "value") return value;
  const ranks = hasNames(kind) ? [] : (first[kind] ?? firstElsewhere);
  const rank = (key: string) => (ranks.includes(key) ? ranks.indexOf(key) : ranks.length);
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  entries.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, child]) => [key, order(child, kindAt(kind, key))]));
}
