import { type Kind, kindAt } from "../document/keywords.ts";
import type { OpenApiDocument, Parameter, Reference } from "../document/openapi.ts";
import { resolve } from "../document/reference.ts";
import { isObject, type Json, walk } from "../document/walk.ts";
import { prepareSchema } from "./prepare-schema.ts";

/**
 * Changes a document in place so that openapi-typescript, which is frozen upstream, makes of it what it says: a path
 * parameter is never null, and every schema is one that it gets right.
 */
export function prepareDocument(document: OpenApiDocument): void {
  walk(document, "document", (node, kind) => {
    dropMisleadingData(node, kind);
    if (kind === "schema") prepareSchema(document, node);
    else if (kind === "pathItem" || kind === "operation") prepareParameters(document, node);
  });
}

/** Takes out the `revision` header, where the client sends it and callers do not. */
export function dropRevisionHeader(document: OpenApiDocument): void {
  const isRevision = (parameter: Parameter) => parameter.in === "header" && parameter.name === "revision";
  const shared = document.components?.parameters ?? {};
  walk(document.paths, "paths", (node, kind) => {
    if ((kind !== "pathItem" && kind !== "operation") || !Array.isArray(node.parameters)) return;
    node.parameters = node.parameters.filter((parameter) => !isRevision(resolve<Parameter>(document, parameter)));
  });
  for (const [name, parameter] of Object.entries(shared)) {
    if (isRevision(resolve(document, parameter))) delete shared[name];
  }
}

function prepareParameters(document: OpenApiDocument, holder: Json): void {
  if (!Array.isArray(holder.parameters)) return;
  const byPlace = new Map<string, Parameter | Reference>();
  for (const parameter of holder.parameters) {
    const resolved = resolve<Parameter>(document, parameter);
    byPlace.set(`${resolved.in} ${resolved.name}`, parameter);
    if (resolved.in === "path") neverNull(document, resolved);
  }
  holder.parameters = [...byPlace.values()];
}

/** A rule of OpenAPI's, so for any document; `corrections.yaml` names the places where upstream breaks it. */
function neverNull(document: OpenApiDocument, parameter: Parameter): void {
  if (!isObject(parameter.schema)) return;
  const { nullable, type, ...schema } = resolve(document, parameter.schema);
  const types = [type ?? []].flat();
  if (!nullable && !parameter.schema.nullable && !types.includes("null")) return;
  const [first, ...others] = types.filter((name) => name !== "null");
  parameter.schema = { ...schema, type: others.length > 0 && first ? [first, ...others] : first };
}

/** Searching for discriminators, openapi-typescript takes data for schemas, too; and words that are none, for words. */
function dropMisleadingData(node: Json, kind: Kind): void {
  for (const key of Object.keys(node)) {
    const child = node[key];
    const childKind = kindAt(kind, key);
    if (key === "title" || key === "summary") {
      if (childKind !== "text") continue;
      if (typeof child === "string") node[key] = child.replaceAll("@ts-", "@ ts-");
      else delete node[key];
    } else if (
      (childKind === "data" || childKind === "value" || childKind === "text") &&
      looksLikeSchema({ [key]: child })
    ) {
      delete node[key];
    } else if (childKind === "examples" && kind !== "components") {
      delete node[key];
    }
  }
}

function looksLikeSchema(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return false;
  return Object.entries(data).some(
    ([key, child]) => key === "discriminator" || key === "allOf" || looksLikeSchema(child),
  );
}
