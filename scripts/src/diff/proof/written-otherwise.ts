import type { OpenApiDocument } from "../../document/openapi.ts";
import { lookUp, type Node, shapeOf } from "./schema-code.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

interface Written {
  style?: string;
  explode?: boolean;
  allowReserved?: boolean;
}

interface RawParameter extends Written {
  name: string;
  in: string;
  schema?: Node;
  content?: Record<string, object>;
}

interface Form {
  schema: Node;
  encoding?: Record<string, Written & { contentType?: string }>;
}

export interface Sent {
  parameters?: RawParameter[];
  requestBody?: { content: Record<string, Form> };
}

/** The parameters and parts of forms that programs of the old document write in a way that is no longer right. */
export function writtenOtherwise(before: OpenApiDocument, old: Sent, after: OpenApiDocument, now: Sent): string[] {
  const isList = (one: Node | undefined, other: Node | undefined) =>
    typesOf(before, one).some((type) => isCompound(type) && typesOf(after, other).includes(type));
  const parameters = (old.parameters ?? []).flatMap((parameter) => {
    const next = now.parameters?.find(({ name, in: place }) => name === parameter.name && place === parameter.in);
    if (!next) return [];
    const compound = isList(parameter.schema, next.schema);
    const isText = [parameter, next].some(({ content }) => content);
    const form = (each: RawParameter) => {
      if (isText) return Object.keys(each.content ?? {})[0];
      const style = each.in === "query" ? "form" : "simple";
      return JSON.stringify(styled(each, style, compound));
    };
    return form(parameter) === form(next) ? [] : [parameter.name];
  });
  const parts = Object.entries(old.requestBody?.content ?? {}).flatMap(([media, form]) => {
    const next = now.requestBody?.content[media];
    if (!next) return [];
    const properties = shapeOf(after, lookUp(after, next.schema)).properties;
    return [...shapeOf(before, lookUp(before, form.schema)).properties].flatMap(([name, { node }]) => {
      const successor = properties.get(name)?.node;
      if (!successor) return [];
      const part = ({ encoding = {} }: Form) => {
        const { contentType = usualType(after, successor), ...style } = encoding[name] ?? {};
        const isText = media === "application/x-www-form-urlencoded";
        return JSON.stringify([contentType, ...(isText ? styled(style, "form", isList(node, successor)) : [])]);
      };
      return part(form) === part(next) ? [] : [name];
    });
  });
  return [...parameters, ...parts];
}

/** A list or an object is written by a style; how many values one text is, no style says. */
function styled({ style, explode, allowReserved = false }: Written, usual: string, isCompound: boolean): unknown[] {
  const chosen = style ?? usual;
  return [isCompound && chosen, isCompound && (explode ?? chosen === "form"), allowReserved];
}

/** How a part of a form is written where nothing is said of it. */
function usualType(document: OpenApiDocument, schema: Node): string {
  const [type] = typesOf(document, schema);
  if (type === "array") return usualType(document, lookUp(document, schema).items ?? {});
  return type === "object" ? "application/json" : "text/plain";
}

function isCompound(type: string): boolean {
  return type === "array" || type === "object";
}

function typesOf(document: OpenApiDocument, schema: Node | undefined): string[] {
  if (!schema) return [];
  const { type, oneOf = [], properties, allOf } = lookUp(document, schema);
  if (oneOf.length > 0) return oneOf.flatMap((member) => typesOf(document, member));
  return [type ?? (properties || allOf ? "object" : "any")];
}
