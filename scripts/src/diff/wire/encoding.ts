import { isDeepStrictEqual } from "node:util";
import { toPointer } from "../../document/json-pointer.ts";
import { structure } from "../../document/structure.ts";
import type { Finding } from "../verdict.ts";
import { asRecord, flattenSchema, type Json, type Place } from "./flatten-schema.ts";
import { contentsOf } from "./operation-places.ts";
import type { Documents } from "./schema-pairs.ts";
import { isCompound } from "./serialization.ts";
import { valueTypes } from "./value-types.ts";

/** How the parts of a form are written: a program that writes them itself goes on writing the old form. */
export function encodingFindings(documents: Documents, base: Place, head: Place): Finding[] {
  const successors = contentsOf(head);
  return [...contentsOf(base)].flatMap(([media, schema]) => {
    const successor = successors.get(media);
    if (!successor) return [];
    const [old, now] = [base, head].map(({ node }) => asRecord(asRecord(node.content)[media]));
    const [before, after] = [old, now].map((side) => asRecord(structure(side?.encoding, "encodings")));
    const properties = flattenSchema(documents.base, schema).properties;
    const changed = [...flattenSchema(documents.head, successor).properties].filter(([name, part]) => {
      const former = properties.get(name);
      if (!former) return false;
      const told = keywordsOf(documents, media, isCompound(documents, former, part));
      const usual = usualType(documents.head, part);
      const [was, is] = [before, after].map((side) => writing(asRecord(side?.[name]), usual, told));
      return !isDeepStrictEqual(was, is);
    });
    return changed.map(([name]): Finding => {
      const message = `the part \`${name}\` of the request body is written in another way in \`${media}\``;
      const pointer = head.pointer + toPointer(["content", media, ...(now?.encoding ? ["encoding"] : [])]);
      return { rule: "encoding-changed", direction: "request", bump: "major", pointer, message, by: "wire" };
    });
  });
}

/** The keywords by which a part is written. In OpenAPI 3.0 only one kind of form has those of parameters. */
function keywordsOf({ head }: Documents, media: string, isCompound: boolean): string[] {
  const isStyled = media.startsWith("application/x-www-form-urlencoded") || !head.openapi.startsWith("3.0");
  const styles = isCompound ? ["allowReserved", "style", "explode"] : ["allowReserved"];
  return ["contentType", "headers", ...(isStyled ? styles : [])];
}

/** What the keywords say, with OpenAPI's defaults where they are missing. */
function writing(encoding: Json, usualType: string, keywords: readonly string[]): unknown[] {
  const { style = "form" } = encoding;
  const defaults = { contentType: usualType, headers: {}, allowReserved: false, style, explode: style === "form" };
  const all: Json = { ...defaults, ...encoding };
  return keywords.map((keyword) => all[keyword]);
}

/** The media type of a part of which nothing is said; that of a list is the one of its elements. */
function usualType(document: object, place: Place): string {
  const { items } = flattenSchema(document, place);
  const part = valueTypes(document, place).has("array") && items ? items : place;
  const types = valueTypes(document, part);
  if (types.has("object") || types.has("array")) return "application/json";
  return flattenSchema(document, part).keywords.format === "binary" ? "application/octet-stream" : "text/plain";
}
