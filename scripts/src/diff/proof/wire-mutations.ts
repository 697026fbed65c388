import type { SmallApi } from "../../testing/small-api.ts";
import { editProperty, type Mutate, objects, operations } from "./mutation.ts";
import type { Node } from "./schema-code.ts";

/** What happens to an API without its types showing all of it. */
export const wireMutations: Record<string, Mutate> = {
  "close an object": (document, pick) => {
    pick(objects(document)).additionalProperties = false;
  },
  "open an object": (document, pick, { value }) => {
    const holder = pick(objects(document));
    if (value % 2 === 0) delete holder.additionalProperties;
    else holder.additionalProperties = true;
  },
  "require through a part": (document, pick) => {
    const name = pick(Object.keys(document.components.schemas));
    const schema = document.components.schemas[name] as Node;
    const property = pick(Object.keys(schema.properties ?? { none: {} }));
    if (schema.properties && !schema.required?.includes(property)) replace(document, name, { required: [property] });
  },
  "require one of two": (document, pick, { value }) => {
    const holder = pick(objects(document));
    const names = Object.keys(holder.properties ?? {});
    if (holder.oneOf || holder.anyOf || names.length < 2) return;
    holder[value % 2 === 0 ? "oneOf" : "anyOf"] = [{ required: [pick(names)] }, { required: [pick(names)] }];
  },
  "require with another": (document, pick) => {
    const holder = pick(objects(document));
    const names = Object.keys(holder.properties ?? {});
    const [first, second] = [pick(names), pick(names)];
    if (first !== second) holder.dependentRequired = { [first]: [second] };
  },
  "forbid a value": editProperty((property) => {
    if (property.type !== "string" || property.enum) return;
    if (property.not) delete property.not;
    else property.not = { enum: ["forbidden"] };
  }),
  "limit a property": editProperty((property, value) => {
    const keyword = { string: "maxLength", number: "maximum", array: "minItems" }[String(property.type)];
    if (!keyword || property.enum) return;
    if (value % 3 === 0) delete property[keyword];
    else property[keyword] = keyword === "minItems" ? value % 2 : value % 3 === 1 ? 20 : 500;
  }),
  "toggle whole numbers": editProperty((property) => {
    if (Array.isArray(property.type)) property.type = property.type.map(otherNumber) as never;
    else property.type &&= otherNumber(property.type);
  }),
  "say how a value is written": editProperty((property, value) => {
    const format = { string: "date", integer: "int64", number: "double" }[String(property.type)];
    if (!format || property.enum) return;
    if (value % 2 === 0) property.format = format;
    else delete property.format;
  }),
  "make it a number or a text": editProperty((property, value) => {
    if (property.type !== "number" && property.type !== "integer") return;
    const { nullable } = property;
    for (const key of Object.keys(property)) delete property[key];
    const type = value % 2 === 0 ? "number" : "integer";
    Object.assign(property, { oneOf: [{ type }, { type: "string" }] }, nullable && { nullable });
  }),
  "toggle whole numbers in a oneOf": editProperty((property) => {
    for (const member of property.oneOf ?? []) member.type &&= otherNumber(member.type);
  }),
  "add a value to a kind": editProperty((property, value) => {
    const member = property.oneOf?.[value % property.oneOf.length];
    const kind = member?.properties?.type;
    if (kind?.enum?.length === 1) kind.enum.push(`${kind.enum[0]}-too`);
  }),
  "answer in another media type as well": (document, pick, { value }) => {
    const { responses } = pick(operations(document));
    const content = Object.values(responses).find((answer) => answer.content)?.content as Record<string, unknown>;
    const [known] = Object.values(content ?? {});
    if (known)
      content["application/x-other"] = value % 2 === 0 ? structuredClone(known) : { schema: { type: "string" } };
  },
};

function otherNumber(type: string): string {
  return { number: "integer", integer: "number" }[type] ?? type;
}

function replace(document: SmallApi, name: string, part: Node): void {
  const { [name]: schema } = document.components.schemas;
  document.components.schemas[name] = { allOf: [schema, part] } as never;
}
