import { kindAt } from "../document/keywords.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { mappedReference, pathOf, referenceTo, targetOf } from "../document/reference.ts";
import { isObject, type Json } from "../document/walk.ts";

/** Changes a schema in place to one that means the same and that openapi-typescript gets right. */
export function prepareSchema(document: OpenApiDocument, schema: Json): void {
  if (typeof schema.$ref === "string") keepSiblings(document, schema, schema.$ref);
  // What they define was shared as components when the document was read; as a member of the type it is wrong.
  delete schema.$defs;
  // `true` is what Swagger 2 says of a parameter; of a schema it says nothing.
  if (!Array.isArray(schema.required)) delete schema.required;
  for (const list of ["allOf", "anyOf", "oneOf"]) {
    if (Array.isArray(schema[list])) schema[list] = schema[list].map(asObject);
  }
  if (schema.items === false) schema.items = asObject(false);
  if (schema.const === null) schema.enum = [null];
  if (Array.isArray(schema.enum)) keepValues(schema, schema.enum);
  dropDemands(schema);
  keepClosed(schema);
  widenIndex(schema);
  if ("discriminator" in schema) schema.discriminator = localDiscriminator(document, schema.discriminator);
}

/**
 * openapi-typescript ignores what stands beside a `$ref`. OpenAPI 3.0 ignores it, too, but published documents mean the
 * `nullable` that they put there; in 3.1 both have to hold.
 */
function keepSiblings(document: OpenApiDocument, schema: Json, $ref: string): void {
  const siblings = Object.keys(schema).filter((key) => key !== "$ref");
  if (schema.nullable === true) {
    delete schema.$ref;
    schema.oneOf = [{ $ref }];
    return;
  }
  const demands = siblings.some((key) => key === "const" || /^(schemas?|set)$/.test(kindAt("schema", key)));
  if (!demands || !document.openapi.startsWith("3.1")) return;
  delete schema.$ref;
  schema.allOf = [{ $ref }, ...(Array.isArray(schema.allOf) ? schema.allOf : [])];
}

/** `true` and `false` as schemas: anything, and nothing. */
function asObject(schema: unknown): unknown {
  if (schema === true) return {};
  return schema === false ? { enum: [] } : schema;
}

/** The values of an enum say all; openapi-typescript takes those of an object for schemas. */
function keepValues(schema: Json, values: unknown[]): void {
  if (Array.isArray(schema.type) && !values.includes(null)) schema.type = schema.type.filter((type) => type !== "null");
  if (schema.type !== "object" && !("properties" in schema) && !("additionalProperties" in schema)) return;
  if (values.every((value) => typeof value === "object")) {
    for (const key of ["type", "properties", "additionalProperties"]) delete schema[key];
  } else {
    delete schema.enum;
  }
}

/** Members that only say which properties there must be: no type shows that, and openapi-typescript takes them for anything. */
function dropDemands(schema: Json): void {
  for (const keyword of ["oneOf", "anyOf"]) {
    const members = schema[keyword];
    const isDemand = (member: unknown) =>
      isObject(member) && "required" in member && !Object.keys(member).some(saysMore);
    if (Array.isArray(members) && members.length > 0 && members.every(isDemand)) delete schema[keyword];
  }
}

function saysMore(keyword: string): boolean {
  return !["required", "type", "title", "description"].includes(keyword);
}

/** An object of no properties that takes no others is empty; openapi-typescript lets it hold anything. */
function keepClosed(schema: Json): void {
  const { properties, additionalProperties, patternProperties, allOf, anyOf, oneOf, type } = schema;
  if (additionalProperties !== false || type !== "object" || patternProperties || allOf || anyOf || oneOf) return;
  if (!isObject(properties) || Object.keys(properties).length === 0) schema.additionalProperties = asObject(false);
}

/** An index signature holds for every property in TypeScript, but only for the others in JSON Schema. */
function widenIndex(schema: Json): void {
  const { properties, additionalProperties: others, patternProperties } = schema;
  if (!isObject(properties) || Object.keys(properties).length === 0) return;
  const index = isObject(others) && Object.keys(others).length > 0 ? [others] : [];
  if (index.length === 0 && !isObject(patternProperties)) return;
  schema.additionalProperties = { anyOf: [...index, ...Object.values(properties).map(asObject)] };
}

/** OpenAPI allows a bare name for a schema; what is neither that nor a reference inside the document is left out. */
function localDiscriminator(document: OpenApiDocument, discriminator: unknown): unknown {
  if (!isObject(discriminator) || typeof discriminator.propertyName !== "string") return undefined;
  const { mapping, ...rest } = discriminator;
  if (!isObject(mapping)) return rest;
  const entries = Object.entries(mapping).flatMap(([value, target]) => {
    const ref = typeof target === "string" ? referenceTo(pathOf(mappedReference(target))) : "";
    return isSchema(document, ref) ? [[value, ref]] : [];
  });
  return { ...rest, mapping: Object.fromEntries(entries) };
}

function isSchema(document: OpenApiDocument, ref: string): boolean {
  const [components, schemas, ...name] = pathOf(ref);
  return components === "components" && schemas === "schemas" && name.length === 1 && isObject(targetOf(document, ref));
}
