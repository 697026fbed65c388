import { listOperations, type OperationEntry } from "@org/scripts/src/document/list-operations.ts";
import type { OpenApiDocument, Operation, Parameter, RequestBody, Schema } from "@org/scripts/src/document/openapi.ts";
import { parametersOf } from "@org/scripts/src/document/parameters.ts";
import { resolve } from "@org/scripts/src/document/reference.ts";
import { plainValue, sampleBody } from "./sample-body.ts";
import { existingIds } from "./sample-catalog.ts";
import { tellingFields } from "./sample-values.ts";

/** A call of the client: what stands in the page's code, and what is sent for the page's answer. */
export interface Call {
  method: string;
  path: string;
  init: { params?: { path?: Record<string, unknown>; query?: Record<string, unknown> }; body?: unknown };
  /** The call that makes what this one asks for, such as a job. */
  before?: Call;
}

/** A small, typical call of an operation: what it demands, related resources, and a few of their fields. */
export function makeCall(document: OpenApiDocument, entry: OperationEntry): Call {
  const { method, path, operation } = entry;
  const parameters = parametersOf(document, entry);
  const pathValues = parameters.filter((parameter) => parameter.in === "path").map((each) => pathValue(path, each));
  const query = Object.fromEntries(
    parameters.filter((parameter) => parameter.in === "query").flatMap((each) => queryValue(document, operation, each)),
  );
  const body = bodyOf(document, entry);
  const before = jobOf(document, entry);
  const params = {
    ...(pathValues.length > 0 && { path: Object.fromEntries(pathValues) }),
    ...(Object.keys(query).length > 0 && { query }),
  };
  const init = { ...(Object.keys(params).length > 0 && { params }), ...(body !== undefined && { body }) };
  return { method: method.toUpperCase(), path, init, ...(before && { before }) };
}

/** Reading jobs needs one: whatever is submitted where the jobs are listed. */
function jobOf(document: OpenApiDocument, { method, path }: OperationEntry): Call | undefined {
  if (method !== "get") return undefined;
  const collection = withoutSlash(path.replace(/\/\{[^}]*\}\/?$/, ""));
  const submit = [...listOperations(document)].find(
    (other) =>
      other.method === "post" && withoutSlash(other.path) === collection && "202" in (other.operation.responses ?? {}),
  );
  return submit && makeCall(document, submit);
}

function bodyOf(document: OpenApiDocument, { method, path, operation }: OperationEntry): unknown {
  const body = operation.requestBody && resolve<RequestBody>(document, operation.requestBody);
  const schema = Object.values(body?.content ?? {})[0]?.schema;
  if (!schema) return undefined;
  // What is added to a relationship is not in it yet; anything else concerns what is there.
  const first = method === "post" && path.includes("/relationships/") ? 1 : 0;
  return sampleBody(document, schema, first);
}

/** Whether a record exists is told by the collection that stands before the parameter. */
function pathValue(path: string, { name, schema }: Parameter): [name: string, value: unknown] {
  const collection = path.split(`/{${name}}`)[0]?.split("/").at(-1) ?? "";
  const type = Object.keys(existingIds).find((known) => pluralsOf(known).includes(collection));
  const [id] = existingIds[type ?? ""] ?? [];
  return [name, id ?? plainValue((schema ?? {}) as Schema, { name })];
}

function pluralsOf(type: string): string[] {
  return [`${type}s`, type.replace(/y$/, "ies")];
}

function queryValue(document: OpenApiDocument, operation: Operation, parameter: Parameter): [string, unknown][] {
  const { name, required } = parameter;
  const schema = resolve<Schema>(document, (parameter.schema ?? {}) as Schema);
  const values = (schema.items ? resolve<Schema>(document, schema.items).enum : schema.enum) ?? [];
  const isField = /^(additional-)?fields\[/.test(name);
  if (name === "include" && values.length > 0) return [[name, values]];
  if (isField && !name.startsWith("additional-") && values.length > 0) return [[name, someFields(values)]];
  if (name === "page[size]") return [[name, 2]];
  if (name === "filter" && required) return [[name, someFilter(operation)]];
  if (!required) return [];
  return [[name, schema.items ? values.slice(0, 1) : plainValue(schema, { name })]];
}

function someFields(values: readonly unknown[]): unknown[] {
  const telling = tellingFields.filter((field) => values.includes(field)).slice(0, 3);
  return telling.length > 0 ? telling : values.slice(0, 2);
}

/** A filter by the first field that can be filtered by. */
function someFilter(operation: Operation): string {
  const [[field, { operators, value = {} }] = ["id", { operators: {} }]] = Object.entries(
    operation["x-klaviyo-filters"] ?? {},
  );
  const example = JSON.stringify(plainValue(value as Schema, { name: "text" }));
  const [single] = operators.single ?? [];
  const [list] = operators.list ?? [];
  const [none] = operators.none ?? [];
  if (single) return `${single}(${field},${example})`;
  return list ? `${list}(${field},[${example}])` : `${none ?? "has"}(${field})`;
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, "");
}
