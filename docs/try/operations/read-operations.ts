import { listOperations, type OperationEntry } from "@org/scripts/src/document/list-operations.ts";
import type { Filter, OpenApiDocument, Parameter as Published, Schema } from "@org/scripts/src/document/openapi.ts";
import { parametersOf } from "@org/scripts/src/document/parameters.ts";
import { resolve } from "@org/scripts/src/document/reference.ts";
import { makeCall } from "../../operations/reference/make-call.ts";
import { operationFacts } from "../../operations/reference/operation-facts.ts";
import { readDocuments } from "../../operations/reference/read-documents.ts";
import { plainValue } from "../../operations/reference/sample-body.ts";
import { sampleJobs } from "../world/sample-jobs.ts";
import type { FilterField, FilterOperator, Method, Operation, Parameter } from "./operation.ts";

/** The operations of the current revision of the workspace at `root`. */
export async function readCurrentOperations(root: string): Promise<Operation[]> {
  const { current, revisions } = await readDocuments(root);
  const { document } = revisions.find(({ revision }) => revision === current) ?? {};
  if (!document) throw new RangeError(`There is no fragment of ${current}.`);
  return readOperations(document);
}

/** Every operation of a fragment, as the form shows it. */
export function readOperations(document: OpenApiDocument): Operation[] {
  return [...listOperations(document)].map((entry) => readOperation(document, entry));
}

function readOperation(document: OpenApiDocument, entry: OperationEntry): Operation {
  const { operationId, method, path, summary, group, limits } = operationFacts(document, entry);
  const { init, before } = makeCall(document, entry);
  // A job of the sample catalog gets its id when that is made; of anything else, one id is as good as another.
  const isSampleJob = before && sampleJobs([before.path.replace(/\/$/, "")]).length > 0;
  const ids = isSampleJob ? {} : init.params?.path;
  const exampleOf = ({ name, in: place, required }: Published): unknown => {
    if (place === "path") return ids?.[name];
    return required ? init.params?.query?.[name] : undefined;
  };
  return {
    id: operationId,
    method: method as Method,
    path,
    summary,
    group: group.at(-1) ?? "Operations",
    parameters: parametersOf(document, entry).flatMap((parameter) =>
      parameter.in === "path" || parameter.in === "query"
        ? [readParameter(document, parameter, parameter.in, exampleOf(parameter))]
        : [],
    ),
    filters: Object.entries(entry.operation["x-klaviyo-filters"] ?? {}).map((filter) => readFilter(document, filter)),
    ...(init.body !== undefined && { body: JSON.stringify(init.body, null, 2) }),
    limits,
  };
}

function readParameter(
  document: OpenApiDocument,
  { name, required = false, description, schema = {} }: Published & { description?: unknown },
  place: Parameter["in"],
  example: unknown,
): Parameter {
  const { type, items, enum: own, minimum, maximum } = resolve<Schema>(document, schema);
  const values = ((items && resolve<Schema>(document, items).enum) ?? own)?.map(String);
  return {
    name,
    in: place,
    required,
    description: typeof description === "string" ? description : "",
    kind: kindOf(type, values),
    ...(values && { values }),
    ...(typeof minimum === "number" && { minimum }),
    ...(typeof maximum === "number" && { maximum }),
    ...(example !== undefined && { example: String(example) }),
  };
}

function kindOf(type: Schema["type"], values: string[] | undefined): Parameter["kind"] {
  if (values) return type === "array" ? "choices" : "choice";
  return type === "integer" ? "integer" : "text";
}

function readFilter(document: OpenApiDocument, [name, { operators, value = {} }]: [string, Filter]): FilterField {
  const { type, format, enum: values } = resolve<Schema>(document, value);
  const { single = [], list = [], none = [] } = operators;
  const all = { one: single, list, nothing: none };
  return {
    name,
    operators: Object.entries(all).flatMap(([compares, names]) =>
      names.map((operator) => ({ name: operator, compares: compares as FilterOperator["compares"] })),
    ),
    type: typeOf(type, format),
    ...(values && { values: values.map(String) }),
    example: String(plainValue(resolve<Schema>(document, value), { name: "text" })),
  };
}

function typeOf(type: Schema["type"], format: unknown): FilterField["type"] {
  if (type === "boolean") return "boolean";
  if (type === "integer" || type === "number") return "number";
  return format === "date-time" ? "date" : "text";
}
