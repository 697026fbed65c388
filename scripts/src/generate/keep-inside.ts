import type { OpenApiDocument } from "../document/openapi.ts";

type Json = Record<string, unknown>;

/**
 * Takes out of a document, in place, what would make openapi-typescript's bundler read a file or a URL. `$ref`s were
 * checked when the document was read, but an example may hold anything, and a discriminator may name a file.
 */
export function keepInside(document: OpenApiDocument): void {
  const schemas = document.components?.schemas ?? {};
  const walk = (node: unknown, keysAreNames: boolean): void => {
    if (typeof node !== "object" || node === null) return;
    const holder = node as Json;
    for (const [key, child] of Object.entries(holder)) {
      if (!keysAreNames && (key === "example" || key === "examples") && leadsOut(child)) delete holder[key];
      else if (!keysAreNames && key === "discriminator" && isObject(child)) holder[key] = localMapping(child, schemas);
      else walk(child, !keysAreNames && key === "properties");
    }
  };
  walk(document, false);
}

function leadsOut(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, child]) => key === "$ref" || key === "externalValue" || leadsOut(child));
}

/** OpenAPI allows a bare name for a schema; what is neither that nor a local reference is left out. */
function localMapping(discriminator: Json, schemas: object): Json {
  const { mapping, ...rest } = discriminator;
  if (!isObject(mapping)) return rest;
  const entries = Object.entries(mapping).flatMap(([value, target]) => {
    if (typeof target !== "string") return [];
    if (Object.hasOwn(schemas, target)) return [[value, `#/components/schemas/${target}`]];
    return target.startsWith("#/components/schemas/") && Object.hasOwn(schemas, target.slice(21))
      ? [[value, target]]
      : [];
  });
  return { ...rest, mapping: Object.fromEntries(entries) };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
