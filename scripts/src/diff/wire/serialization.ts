import type { Finding } from "../verdict.ts";
import { asRecord, type Json, type Place } from "./flatten-schema.ts";
import type { Documents } from "./schema-pairs.ts";
import { valueTypes } from "./value-types.ts";

/** How a parameter's value becomes text; OpenAPI's defaults filled in. Only lists and objects depend on it. */
export function serializationFindings(base: Place, head: Place, isCompound: boolean): Finding[] {
  const old = serialization(base.node);
  const now = serialization(head.node);
  return (["style", "explode", "allowReserved", "content"] as const).flatMap((keyword): Finding[] => {
    // Text of a media type is written as it is.
    if (keyword !== "content" && (base.node.content ?? head.node.content)) return [];
    // In a path a plain value is written by the style, too.
    const isOfLists = keyword === "explode" || (keyword === "style" && head.node.in !== "path");
    if (old[keyword] === now[keyword] || (isOfLists && !isCompound)) return [];
    const message =
      `\`${keyword}\` of the ${head.node.in} parameter \`${head.node.name}\` was ${old[keyword]} and is ${now[keyword]}: ` +
      "its value is written differently in the URL, and programs that build URLs themselves send the old form";
    return [
      { rule: `${keyword}-changed`, direction: "request", bump: "major", pointer: head.pointer, message, by: "wire" },
    ];
  });
}

function serialization(parameter: Json) {
  const style = parameter.style ?? (parameter.in === "query" || parameter.in === "cookie" ? "form" : "simple");
  return {
    style: typeof style === "string" ? style : JSON.stringify(style),
    explode: Boolean(parameter.explode ?? style === "form"),
    allowReserved: parameter.allowReserved === true,
    content: Object.keys(asRecord(parameter.content))[0] ?? "a plain value",
  };
}

/** Whether both of two schemas take a list, or an object: only how those are written in a text has to be said. */
export function isCompound(documents: Documents, base: Place, head: Place): boolean {
  const [old, now] = [valueTypes(documents.base, base), valueTypes(documents.head, head)];
  return ["array", "object"].some((type) => old.has(type) && now.has(type));
}
