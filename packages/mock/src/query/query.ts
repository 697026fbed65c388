import type { Direction } from "../catalog/ordered-index.ts";
import type { OperationFragment, ParameterFragment } from "../fragment/fragment.ts";
import { parameterProblem } from "../fragment/mistakes.ts";
import type { createValidator, Mistake } from "../fragment/validator.ts";
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
  /** As it was given: only the list that it belongs to can read it. */
  cursor?: string;
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
export function createQueryReader(
  operation: OperationFragment,
  compile: ReturnType<typeof createValidator>,
): QueryReader {
  const parameters = new Map(operation.parameters.filter((one) => one.in === "query").map((one) => [one.name, one]));
  const required = [...parameters.values()].filter((one) => one.required).map((one) => one.name);
  const properties = Object.fromEntries([...parameters].map(([name, { schema }]) => [name, schema]));
  const validate = compile({ type: "object", properties, required });
  return (search) => {
    if (search.size === 0 && required.length === 0) return none;
    // Without a prototype, `__proto__` is a name like any other.
    const values: Values = Object.create(null);
    for (const [name, text] of search) values[name] = parse(text, parameters.get(name));
    const unknown = Object.keys(values).filter((name) => !parameters.has(name));
    const mistakes = [...unknown.map(unknownParameter), ...validate(values)];
    if (mistakes.length > 0) throw parameterProblem(mistakes);
    return toQuery(values, operation);
  };
}

function unknownParameter(name: string): Mistake {
  return { path: [name], kind: "unknown", rule: "is not known" };
}

/** A repeated parameter is not a list here (`explode: false`): as in the API, the last one counts. */
function parse(text: string, parameter?: ParameterFragment): unknown {
  if (parameter?.schema.type === "array") return text === "" ? [] : text.split(",");
  if (parameter?.schema.type === "integer" && /^-?\d+$/.test(text)) return Number(text);
  if (parameter?.schema.type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
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
    ...(typeof cursor === "string" && { cursor }),
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
