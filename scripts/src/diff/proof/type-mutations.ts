import { smallApiMedia } from "../../testing/small-api.ts";
import { editProperty, enums, type Mutate, objects, operations, scalar } from "./mutation.ts";
import type { Node } from "./schema-code.ts";

/** What happens to an API so that its types show it, or nothing at all: one thing each. */
export const typeMutations: Record<string, Mutate> = {
  "add a property": (document, pick, { value }) => {
    const holder = pick(objects(document));
    if (holder.properties) holder.properties[`extra${value % 3}`] = scalar(value);
  },
  "add a required property": (document, pick, { value }) => {
    const holder = pick(objects(document));
    if (!holder.properties) return;
    holder.properties.must = scalar(value);
    holder.required = [...new Set([...(holder.required ?? []), "must"])];
  },
  "remove a property": (document, pick) => {
    const holder = pick(objects(document));
    const names = Object.keys(holder.properties ?? {}).filter((name) => name !== "type");
    if (names.length < 2) return;
    const name = pick(names);
    delete holder.properties?.[name];
    holder.required = holder.required?.filter((other) => other !== name);
  },
  "toggle required": (document, pick) => {
    const holder = pick(objects(document));
    const name: string | undefined = pick(Object.keys(holder.properties ?? {}));
    if (name === undefined || name === "type") return;
    const required = holder.required ?? [];
    holder.required = required.includes(name) ? required.filter((other) => other !== name) : [...required, name];
  },
  "toggle nullable": editProperty((property) => {
    property.nullable = !property.nullable;
  }),
  "grow an enum": (document, pick) => {
    const values: unknown[] | undefined = pick(enums(document));
    if (values && !values.includes("more")) values.push("more");
  },
  "shrink an enum": (document, pick) => {
    const values: unknown[] | undefined = pick(enums(document));
    values?.pop();
  },
  "change a type": editProperty((property, value) => {
    const nullable = property.nullable;
    for (const key of Object.keys(property)) delete property[key];
    Object.assign(property, scalar(value), nullable && { nullable });
  }),
  "make a list": editProperty((property) => {
    const { ...item } = property;
    for (const key of Object.keys(property)) delete property[key];
    Object.assign(property, { type: "array", items: item });
  }),
  "toggle readOnly": editProperty((property) => {
    if (!property.$ref) property.readOnly = !property.readOnly;
  }),
  "add a member to oneOf": editProperty((property, value) => {
    const type = `new${value % 2}`;
    property.oneOf?.push({
      type: "object",
      required: ["type"],
      properties: { type: { type: "string", enum: [type] } },
    });
  }),
  "remove a member of oneOf": editProperty((property) => {
    if (property.oneOf && property.oneOf.length > 1) property.oneOf.pop();
  }),
  "say it in other words": editProperty((property) => {
    property.description = "Other words.";
  }),
  "split into allOf": (document, pick) => {
    const name = pick(Object.keys(document.components.schemas));
    const schema = document.components.schemas[name] as Node;
    if (schema.allOf || !schema.properties) return;
    const [first = ["", {}], ...rest] = Object.entries(schema.properties);
    const required = (names: string[]) => schema.required?.filter((other) => names.includes(other)) ?? [];
    document.components.schemas[name] = {
      allOf: [
        { type: "object", properties: Object.fromEntries([first]), required: required([first[0]]) },
        { type: "object", properties: Object.fromEntries(rest), required: required(rest.map(([key]) => key)) },
      ],
    } as never;
  },
  "rename a schema": (document, pick) => {
    const name = pick(Object.keys(document.components.schemas));
    const text = JSON.stringify(document).replaceAll(`schemas/${name}"`, `schemas/${name}New"`);
    Object.assign(document, JSON.parse(text));
    const { [name]: schema, ...others } = document.components.schemas;
    if (schema) document.components.schemas = { ...others, [`${name}New`]: schema };
  },
  "write a schema in place": editProperty((property, value) => {
    if (property.$ref && value % 2 === 0) {
      delete property.$ref;
      Object.assign(property, { type: "object", required: ["email"], properties: { email: { type: "string" } } });
    }
  }),
  "rename an operation": (document, pick, { value }) => {
    const operation = pick(operations(document));
    operation.operationId = `${operation.operationId}${value % 2 === 0 ? "_new" : "#new"}`;
  },
  "type what else there is, or forbid it": editProperty((property, value) => {
    if (property.type !== "object" || property.properties || property.allOf) return;
    property.additionalProperties = [true, { type: "number" }, { type: "string" }, false][value % 4] as boolean | Node;
  }),
  "list the types": editProperty((property, value) => {
    if (property.type !== "number" && property.type !== "integer") return;
    property.type = [property.type, value % 2 === 0 ? "string" : "boolean"] as never;
  }),
  "add a parameter": (document, pick, { value }) => {
    const operation = pick(operations(document));
    if (operation.parameters.some(({ name }) => name === "extra")) return;
    operation.parameters.push({ name: "extra", in: "query", required: value % 2 === 0, schema: scalar(value) });
  },
  "remove a parameter": (document, pick) => {
    const operation = pick(operations(document));
    const optional = operation.parameters.filter((parameter) => parameter.in === "query");
    if (optional.length > 0) operation.parameters.splice(operation.parameters.indexOf(pick(optional)), 1);
  },
  "toggle a required parameter": (document, pick) => {
    const queries = operations(document).flatMap(({ parameters }) => parameters.filter((each) => each.in === "query"));
    if (queries.length > 0) {
      const parameter = pick(queries);
      parameter.required = !parameter.required;
    }
  },
  "change a parameter": (document, pick, { value }) => {
    const queries = operations(document).flatMap(({ parameters }) => parameters.filter((each) => each.in === "query"));
    if (queries.length > 0) Object.assign(pick(queries), { schema: scalar(value), content: undefined });
  },
  "change the media type": (document, pick) => {
    const body = pick(operations(document).map(({ requestBody, responses }) => requestBody ?? responses["200"]));
    const content = (body as { content?: Record<string, unknown> } | undefined)?.content;
    if (!content?.[smallApiMedia]) return;
    content["application/json"] = content[smallApiMedia];
    delete content[smallApiMedia];
  },
  "toggle a required body": (document) => {
    const body = operations(document).find(({ requestBody }) => requestBody)?.requestBody as Node | undefined;
    if (body) body.required = !body.required as never;
  },
  "add a status": (document, pick, { value }) => {
    const { responses } = pick(operations(document));
    const known = Object.values(responses).find(({ content }) => content);
    const status = ["201", "202", "404"][value % 3] ?? "201";
    responses[status] ??= value % 2 === 0 && known ? structuredClone(known) : { description: "Without a body." };
  },
  "add a trailing slash": (document, pick) => {
    const path = pick(Object.keys(document.paths));
    const { [path]: item, ...others } = document.paths;
    if (item) document.paths = { ...others, [path.endsWith("/") ? path.slice(0, -1) : `${path}/`]: item };
  },
  "take a filter's operator": (document, pick) => {
    const operation = pick(operations(document));
    const filters = operation["x-klaviyo-filters"] as { name?: { operators: { single: string[] } } } | undefined;
    if (filters?.name && filters.name.operators.single.length > 1) filters.name.operators.single.pop();
  },
};
