import { exampleOf, type Schema } from "./example-body.ts";
import type { FilterField, FilterOperator, Method, Operation, Parameter } from "./operation.ts";
import { samples, typeBySegment } from "./samples.ts";

/** The part of a fragment that the form is made of; its references are resolved. */
export interface Fragment {
  paths: Record<string, Record<string, FragmentOperation>>;
}

interface FragmentOperation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: FragmentParameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  "x-klaviyo-subtag"?: string;
  "x-klaviyo-ratelimit"?: { burst?: string; steady?: string };
  "x-klaviyo-filters"?: Record<string, FragmentFilter>;
}

interface FragmentParameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema & { minimum?: number; maximum?: number };
}

interface FragmentFilter {
  operators: Record<string, string[]>;
  value?: { type?: string; format?: string; enum?: string[] };
}

const methods = ["get", "post", "patch", "put", "delete"];

/** Every operation of a fragment, as the form shows it. */
export function readOperations({ paths }: Fragment): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => readOperation(path, method.toUpperCase() as Method, operation)),
  );
}

function readOperation(path: string, method: Method, operation: FragmentOperation): Operation {
  const { operationId: id, summary = id, tags = [], parameters = [] } = operation;
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const { burst, steady } = operation["x-klaviyo-ratelimit"] ?? {};
  return {
    id,
    method,
    path,
    summary,
    group: operation["x-klaviyo-subtag"] ?? tags[0] ?? "Operations",
    parameters: parameters
      .filter((parameter) => parameter.in === "path" || parameter.in === "query")
      .map((parameter) => readParameter(parameter, path)),
    filters: Object.entries(operation["x-klaviyo-filters"] ?? {}).map(readFilter),
    ...(schema && { body: JSON.stringify(exampleOf(schema, createsRecords(method, path)), null, 2) }),
    limits: {
      ...(burst && { burst: Number.parseInt(burst, 10) }),
      ...(steady && { steady: Number.parseInt(steady, 10) }),
    },
  };
}

/** Whether the records of a body are new ones, and not such as the catalog has. */
function createsRecords(method: Method, path: string): boolean {
  return method === "POST" && !/bulk-(update|delete)-jobs|\/relationships\//.test(path);
}

function readParameter(
  { name, in: place, required = false, description = "", schema = {} }: FragmentParameter,
  path: string,
): Parameter {
  const values = (schema.items?.enum ?? schema.enum)?.map(String);
  const { minimum, maximum } = schema;
  const example = place === "path" ? pathExample(path, name) : undefined;
  return {
    name,
    in: place as "path" | "query",
    required,
    description,
    kind: kindOf(schema, values),
    ...(values && { values }),
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(example !== undefined && { example }),
  };
}

function kindOf({ type }: Schema, values: string[] | undefined): Parameter["kind"] {
  if (values) return type === "array" ? "choices" : "choice";
  return type === "integer" ? "integer" : "text";
}

/** The id of a record of the sample catalog, for `{id}` behind `catalog-items`, for example. */
function pathExample(path: string, name: string): string | undefined {
  const segment = path.split(`/{${name}}`)[0]?.split("/").at(-1) ?? "";
  return samples[typeBySegment[segment] ?? ""]?.id;
}

function readFilter([name, { operators, value = {} }]: [string, FragmentFilter]): FilterField {
  return {
    name,
    operators: Object.entries(operators).flatMap(([group, names]) =>
      names.map((operator): FilterOperator => ({ name: operator, compares: comparesOf(group) })),
    ),
    type: typeOf(value),
    ...(value.enum && { values: value.enum }),
  };
}

function comparesOf(group: string): FilterOperator["compares"] {
  if (group === "list") return "list";
  return group === "none" ? "nothing" : "one";
}

function typeOf({ type, format }: { type?: string; format?: string }): FilterField["type"] {
  if (type === "boolean") return "boolean";
  if (type === "integer" || type === "number") return "number";
  return format === "date-time" ? "date" : "text";
}
