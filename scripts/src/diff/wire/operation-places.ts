import { toPointer } from "../../document/json-pointer.ts";
import type { OperationEntry } from "../../document/list-operations.ts";
import type { OpenApiDocument } from "../../document/openapi.ts";
import { asList, asRecord, follow, type Place } from "./flatten-schema.ts";

/** Where the parts of an operation stand, references followed, under the names that type paths have for them. */
export interface OperationPlaces {
  /** By `query page[size]`. */
  parameters: Map<string, Place>;
  body?: Place;
  /** By status. */
  responses: Map<string, Place>;
}

export function operationPlaces(document: OpenApiDocument, entry: OperationEntry): OperationPlaces {
  const places: OperationPlaces = { parameters: new Map(), responses: new Map() };
  const at = (pointer: string, node: unknown) => follow(document, { node: asRecord(node), pointer });

  // An operation's parameter takes the place of the path's.
  const shared = toPointer(["paths", entry.path, "parameters"]);
  for (const [holder, list] of [
    [shared, entry.pathItem.parameters],
    [`${entry.pointer}/parameters`, entry.operation.parameters],
  ] as const) {
    for (const [index, parameter] of asList(list).entries()) {
      const place = at(`${holder}/${index}`, parameter);
      const { in: where, name } = place.node;
      if (typeof where !== "string" || typeof name !== "string" || (where === "header" && name === "revision"))
        continue;
      places.parameters.set(`${where} ${name}`, place);
    }
  }
  if (entry.operation.requestBody) places.body = at(`${entry.pointer}/requestBody`, entry.operation.requestBody);
  for (const [status, response] of Object.entries(entry.operation.responses ?? {})) {
    places.responses.set(status, at(entry.pointer + toPointer(["responses", status]), response));
  }
  return places;
}

/** The schema of a parameter, if it has one: its own, or that of the one media type which its text is of. */
export function schemaOf(place: Place): Place | undefined {
  if (place.node.schema) return { node: asRecord(place.node.schema), pointer: `${place.pointer}/schema` };
  return [...contentsOf(place).values()][0];
}

/** The schemas of a body or an answer, by media type. */
export function contentsOf(place: Place): Map<string, Place> {
  const contents = Object.entries(asRecord(place.node.content)).flatMap(([media, content]): [string, Place][] => {
    const schema = asRecord(content).schema;
    const pointer = place.pointer + toPointer(["content", media, "schema"]);
    return schema ? [[media, { node: asRecord(schema), pointer }]] : [];
  });
  return new Map(contents);
}
