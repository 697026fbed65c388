import type { FilterField, Operation } from "../operations/operation.ts";

/** What a visitor has chosen: enough to print the code, and to be kept in a link. */
export interface Choice {
  /** An operationId. */
  operation: string;
  /** By parameter. What is empty is not sent. */
  path: Record<string, string>;
  query: Record<string, string | string[]>;
  filters: FilterTerm[];
  /** The text of the body's field: JSON, or any other expression of TypeScript. */
  body: string;
  /** How often the call is made, all at once. */
  times: number;
  /** Policies of the client that are switched off. */
  without: ClientPolicy[];
  /** Code that was edited by hand, which then stands for everything else. */
  code?: string;
}

export type ClientPolicy = "retry" | "rateLimit";

export interface FilterTerm {
  field: string;
  operator: string;
  value: string;
}

/** What a form begins with: all that the operation demands, such as ids of the sample catalog, and a body that it accepts. */
export function initialChoice(operation: Operation): Choice {
  const path = operation.parameters.filter((parameter) => parameter.in === "path");
  const demanded = operation.parameters.filter(({ in: place, required }) => place === "query" && required);
  const [field] = demanded.some(({ name }) => name === "filter") ? operation.filters : [];
  const values = demanded.filter(({ name }) => !(name === "filter" && field));
  return {
    operation: operation.id,
    path: Object.fromEntries(path.map(({ name, example = "" }) => [name, example])),
    query: Object.fromEntries(
      values.map(({ name, kind, example = "" }) => [
        name,
        kind === "choices" ? example.split(",").filter(Boolean) : example,
      ]),
    ),
    filters: field ? [{ ...initialTerm(field), value: field.example }] : [],
    body: operation.body ?? "",
    times: 1,
    without: [],
  };
}

/**
 * What the page begins with: a list with a related resource and two fields of it, where the revision has one, so that
 * the narrowed type shows something at once.
 */
export function firstChoice(operations: readonly Operation[]): Choice {
  const operation =
    operations.find(({ method, parameters }) => method === "GET" && parameters.some(isInclude)) ?? operations[0];
  if (!operation) throw new RangeError("The fragment selects no operation.");
  const choice = initialChoice(operation);
  const [included] = operation.parameters.find(isInclude)?.values ?? [];
  if (included) choice.query.include = [included];
  for (const { name, values = [] } of operation.parameters) {
    const shown = ["title", "sku", "price"].filter((field) => values.includes(field));
    if (name.startsWith("fields[") && shown.length > 0) choice.query[name] = shown.slice(-2);
  }
  return choice;
}

/** A condition with the first operator of a field. */
export function initialTerm({ name, operators, values, type }: FilterField): FilterTerm {
  return { field: name, operator: operators[0]?.name ?? "", value: values?.[0] ?? (type === "boolean" ? "true" : "") };
}

function isInclude({ name }: { name: string }): boolean {
  return name === "include";
}
