import { toPointer } from "../document/json-pointer.ts";
import type { OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { asRecord, flattenSchema, type Place } from "./wire/flatten-schema.ts";
import { contentsOf, operationPlaces, schemaOf } from "./wire/operation-places.ts";

/**
 * JSON pointer of the place that a path of an operation's types comes from, e.g. `["200", "application/json", "data"]`;
 * `undefined` when the document has no such place. Where references led there, it is the place they lead to.
 */
export function locatePath(
  document: OpenApiDocument,
  entry: OperationEntry,
  direction: "request" | "response",
  path: readonly string[],
): string | undefined {
  const places = operationPlaces(document, entry);
  const [root = "", name = "", ...rest] = path;
  if (direction === "request" && root !== "body") {
    const parameter = places.parameters.get(`${root} ${name}`);
    const schema = parameter && schemaOf(parameter);
    return rest.length > 0 && schema ? locateInSchema(document, schema, rest) : parameter?.pointer;
  }
  const holder = root === "body" && direction === "request" ? places.body : places.responses.get(root);
  if (!holder || path.length === 1) return holder?.pointer;
  if (name === "headers" && direction === "response") {
    const [header = ""] = rest;
    if (header in asRecord(holder.node.headers)) return holder.pointer + toPointer(["headers", header]);
  }
  // The other document may have the same body under another media type.
  const contents = contentsOf(holder);
  const schema = contents.get(name) ?? (rest.length > 0 ? [...contents.values()][0] : undefined);
  return schema && (rest.length > 0 ? locateInSchema(document, schema, rest) : schema.pointer);
}

/** As {@link locatePath}, for the steps from a schema. */
export function locateInSchema(document: OpenApiDocument, place: Place, path: readonly string[]): string | undefined {
  const flat = flattenSchema(document, place);
  const [step, ...rest] = path;
  if (step === undefined) return flat.pointer;
  const next = step === "[]" ? flat.items : step === "*" ? flat.additional : flat.properties.get(step);
  if (next) return rest.length > 0 ? locateInSchema(document, next, rest) : next.pointer;
  if (step === "*") return flat.pointer;
  for (const variant of flat.variants) {
    const found = locateInSchema(document, variant, path);
    if (found) return found;
  }
  return undefined;
}
