import type { Ajv, ErrorObject } from "ajv";
import type { Direction } from "../catalog/ordered-index.ts";
import { ApiProblem, invalid, type Problem } from "../fragment/api-problem.ts";
import type { OperationFragment, ParameterFragment } from "../fragment/fragment.ts";
import { toJsonSchema } from "../fragment/json-schema.ts";
import { type Cursor, decodeCursor } from "./cursor.ts";
import { readFilter } from "./filter.ts";
import type { FilterTerm } from "./parse-filter.ts";

/** The query parameters of a request, checked and in the form the handlers need. */
export interface Query {
  /** Relationship names, e.g. `variants`. */
  include: ReadonlySet<string>;
  /** Attribute names by resource type; a type without an entry is sent whole. */
  fields: ReadonlyMap<string, ReadonlySet<string>>;
  filter: readonly FilterTerm[];
  direction: Direction;
  cursor?: Cursor;
  size: number;
}

/** The largest page, and the only size of revisions without `page[size]`. */
export const defaultPageSize = 100;

/** @throws {ApiProblem} 400 for a parameter that the fragment does not name or a value that it does not allow */
export type QueryReader = (search: URLSearchParams) => Query;

type Values = Record<string, unknown>;

const none: Query = {
  include: new Set(),
  fields: new Map(),
  filter: [],
  direction: "ascending",
  size: defaultPageSize,
};

/** Compiles an operation's query parameters into a function that reads and checks them. */
export function createQueryReader(operation: OperationFragment, ajv: Ajv): QueryReader {
  const parameters = new Map(operation.parameters.filter((one) => one.in === "query").map((one) => [one.name, one]));
  const required = [...parameters.values()].filter((one) => one.required).map((one) => one.name);
  const validate = ajv.compile({
    type: "object",
    properties: Object.fromEntries([...parameters].map(([name, { schema }]) => [name, toJsonSchema(schema)])),
    required,
    additionalProperties: false,
  });
  return (search) => {
    if (search.size === 0 && required.length === 0) return none;
    const values: Values = {};
    for (const [name, text] of search) values[name] = parse(text, parameters.get(name));
    if (!validate(values)) throw new ApiProblem(400, (validate.errors ?? []).map(parameterProblem));
    return toQuery(values, operation);
  };
}

/** A repeated parameter is not a list here (`explode: false`): as in the API, the last one counts. */
function parse(text: string, parameter?: ParameterFragment): unknown {
  if (parameter?.schema.type === "array") return text === "" ? [] : text.split(",");
  if (parameter?.schema.type === "integer" && /^-?\d+$/.test(text)) return Number(text);
  return text;
}

function toQuery(values: Values, operation: OperationFragment): Query {
  const { filter, sort, include, "page[cursor]": cursor, "page[size]": size } = values;
  return {
    fields: fieldsets(values),
    include: new Set(include as string[] | undefined),
    filter: typeof filter === "string" ? readFilter(filter, operation) : [],
    direction: typeof sort === "string" && sort.startsWith("-") ? "descending" : "ascending",
    size: typeof size === "number" ? size : defaultPageSize,
    ...(typeof cursor === "string" && { cursor: readCursor(cursor) }),
  };
}

function fieldsets(values: Values): Query["fields"] {
  const fields = new Map<string, Set<string>>();
  for (const name in values) {
    const type = /^fields\[(.+)\]$/.exec(name)?.[1];
    if (type !== undefined) fields.set(type, new Set(values[name] as string[]));
  }
  return fields;
}

function readCursor(text: string): Cursor {
  const cursor = decodeCursor(text);
  if (cursor === undefined) throw invalid(`'${text}' is not a cursor of this API.`, { parameter: "page[cursor]" });
  return cursor;
}

/** An ajv error about the query in the API's words, with the parameter's name. */
export function parameterProblem({ keyword, instancePath, params, message }: ErrorObject): Problem {
  const parameter: string = params.additionalProperty ?? params.missingProperty ?? instancePath.split("/")[1];
  return { code: "invalid", title: "Invalid input.", detail: `'${parameter}' ${explain()}.`, source: { parameter } };

  function explain(): string {
    if (keyword === "additionalProperties") return "is not a parameter of this operation";
    if (keyword === "required") return "is required";
    return keyword === "enum" ? `must be one of ${params.allowedValues.join(", ")}` : (message ?? "is invalid");
  }
}
