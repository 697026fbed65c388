import type { OpenApiDocument, Reference, Schema } from "@org/scripts/src/document/openapi.ts";
import { resolve } from "@org/scripts/src/document/reference.ts";
import { shapeOf } from "./body-rows.ts";
import { existingIds } from "./sample-catalog.ts";
import { sampleValue, usual } from "./sample-values.ts";

interface Place {
  /** The property's name. */
  name: string;
  /** Of the record that the place is in, such as `catalog-item`. */
  type?: string | undefined;
  /** Which record of a list it is in, so that no two are the same. */
  index: number;
  /** Whether the place is below attributes, where the records of a job are. */
  isInAttributes: boolean;
  depth: number;
}

/**
 * A small body that the schema allows: what is required, what is usual, and two records in a job.
 *
 * @param first which of the existing records it begins with
 */
export function sampleBody(document: OpenApiDocument, schema: Schema | Reference, first: number): unknown {
  return sample(document, schema, { name: "", index: first, isInAttributes: false, depth: 0 });
}

function sample(document: OpenApiDocument, schema: Schema | Reference, place: Place): unknown {
  const resolved = resolve<Schema>(document, schema);
  if (resolved.enum?.length) return resolved.enum.find((value) => value !== null) ?? null;
  const { properties, required, items, variants } = shapeOf(document, resolved);
  const [variant] = variants;
  // Nobody's body is that deep, unless its shape contains itself.
  if (place.depth > 24) return {};
  if (items) return sampleList(document, items, place);
  if (Object.keys(properties).length > 0) return sampleObject(document, { properties, required }, place);
  if (variant) return sample(document, variant, { ...place, depth: place.depth + 1 });
  return sampleValue(place.type, place.name, place.index) ?? plainValue(resolved, place);
}

function sampleList(document: OpenApiDocument, items: Schema | Reference, place: Place): unknown[] {
  const isListOfRecords = "type" in shapeOf(document, items).properties && place.isInAttributes;
  const indexes = isListOfRecords ? [0, 1] : [place.index];
  return indexes.map((index) => sample(document, items, { ...place, index, depth: place.depth + 1 }));
}

function sampleObject(
  document: OpenApiDocument,
  { properties, required }: { properties: Record<string, Schema | Reference>; required: string[] },
  place: Place,
): Record<string, unknown> {
  const own = properties.type ? resolve<Schema>(document, properties.type).enum?.[0] : undefined;
  const type = typeof own === "string" ? own : place.type;
  // A record that must have attributes is a new one, and one usually says what it belongs to.
  const attributes = properties.attributes ? shapeOf(document, properties.attributes) : undefined;
  const isNew = (attributes?.required.length ?? 0) > 0 && sampleValue(type, "external_id", 0) !== undefined;
  const chosen = Object.keys(properties).filter(
    (name) => required.includes(name) || usual.includes(name) || (name === "relationships" && isNew),
  );
  if (chosen.length === 0) chosen.push(...Object.keys(properties).slice(0, 1));
  return Object.fromEntries(
    chosen.map((name) => {
      const child = properties[name] ?? {};
      const inside: Place = {
        name,
        type,
        index: name === "relationships" ? 0 : place.index,
        isInAttributes: name !== "relationships" && (place.isInAttributes || name === "attributes"),
        depth: place.depth + 1,
      };
      if (name === "id") return [name, existingId(type, place) ?? sample(document, child, inside)];
      return [name, sample(document, child, inside)];
    }),
  );
}

function existingId(type: string | undefined, { index }: Place): string | undefined {
  const ids = existingIds[type ?? ""];
  return ids?.[index % ids.length];
}

/** A value of the right type where we have none that means something. */
export function plainValue(schema: Schema, { name }: { name: string }): unknown {
  for (const value of [schema.example, schema.default, schema.enum?.[0]]) {
    if (value !== undefined && value !== null) return value;
  }
  const [type] = [schema.type ?? []].flat();
  if (type === "integer" || type === "number") return typeof schema.minimum === "number" ? schema.minimum : 1;
  if (type === "boolean") return true;
  if (type === "object") return {};
  if (type === "array") return [];
  const byFormat: Record<string, string> = {
    "date-time": "2026-01-01T00:00:00Z",
    date: "2026-01-01",
    uri: "https://shop.example",
    email: "ada@shop.example",
    uuid: "00000000-0000-4000-8000-000000000000",
  };
  return byFormat[String(schema.format)] ?? (name || "text");
}
