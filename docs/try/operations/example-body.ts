import { samples } from "./samples.ts";

/** The part of a schema, with its references resolved, that an example is made of. */
export interface Schema {
  type?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  default?: unknown;
}

/** Attributes that an update shows when none of them is required. */
const worthChanging = ["title", "name", "price", "inventory_quantity", "email"];

/** Properties that are there although the schema could do without: the API's words ask for them. */
const alwaysShown = ["data", "profile"];

/**
 * An example that a schema accepts: what it requires, and a little more where it requires nothing.
 *
 * @param resource the `type` of the resource that the schema is inside of; it decides which ids are named
 * @param isNew whether the resource is created: it needs an external id that the sample catalog does not have
 */
export function exampleOf(schema: Schema, isNew: boolean, name = "", resource = ""): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.properties) {
    const { properties, required = [] } = schema;
    const type = String(properties.type?.enum?.[0] ?? resource);
    const changed = name === "attributes" && required.length === 0 ? worthChanging : [];
    const optional = [...alwaysShown, ...changed];
    const shown = Object.entries(properties).filter(([key]) => required.includes(key) || optional.includes(key));
    return Object.fromEntries(shown.map(([key, value]) => [key, exampleOf(value, isNew, key, type)]));
  }
  if (schema.type === "array") return [exampleOf(schema.items ?? {}, isNew, name, resource)];
  return scalarOf(schema, isNew, name, resource);
}

function scalarOf({ type, default: standard }: Schema, isNew: boolean, name: string, resource: string): unknown {
  const record = samples[resource];
  if (name === "id") return record?.id ?? "";
  if (name === "external_id" && record) return isNew ? record.newExternalId : record.externalId;
  const sample = (isNew ? record?.attributes : record?.changes)?.[name];
  if (sample !== undefined) return sample;
  if (type === "boolean") return standard ?? true;
  if (type === "integer" || type === "number") return standard ?? 1;
  return name === "email" ? "reader@shop.example" : name.replaceAll("_", " ");
}
