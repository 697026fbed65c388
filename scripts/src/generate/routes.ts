import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { Filter, OpenApiDocument } from "../document/openapi.ts";
import { commentText } from "./comment-text.ts";

/** `routes`: operations by method and path. Keyed this way a call's type costs the same however many paths there are. */
export function renderRoutes(document: OpenApiDocument): string {
  const byMethod = Map.groupBy(listOperations(document), ({ method }) => method.toUpperCase());
  const methods = [...byMethod].map(([method, entries]) => {
    const lines = entries.map((entry) => `    ${JSON.stringify(entry.path)}: ${typeOf(entry)};`);
    return `  ${method}: {\n${lines.join("\n")}\n  };`;
  });
  return `/** Operations by method and path. */\nexport interface routes {\n${methods.join("\n")}\n}`;
}

/** `filters`: path -> field -> operator -> what the operator compares with. */
export function renderFilters(document: OpenApiDocument): string {
  const byPath = new Map<string, Record<string, Filter>>();
  for (const { path, operation } of listOperations(document)) {
    const filters = operation["x-klaviyo-filters"];
    if (filters) byPath.set(path, { ...filters, ...byPath.get(path) });
  }
  const entries = [...byPath].flatMap(([path, filters]) => {
    const fields = Object.entries(filters);
    if (fields.length === 0) return [];
    const lines = fields.map(([field, filter]) => `    ${propertyName(field)}: ${renderOperators(filter)};`);
    return [`  ${JSON.stringify(path)}: {\n${lines.join("\n")}\n  };`];
  });
  const doc = "/** What can be filtered by: path, field, operator and the type it compares with. */";
  return `${doc}\nexport interface filters {${entries.map((entry) => `\n${entry}`).join("")}\n}`;
}

function renderOperators({ operators, value }: Filter): string {
  const type = typeOfValue(value);
  const argument = { single: type, list: `${type.includes(" ") ? `(${type})` : type}[]`, none: "null" };
  const types = new Map<string, string[]>();
  for (const arity of ["single", "list", "none"] as const) {
    for (const operator of operators[arity] ?? []) {
      types.set(operator, [...(types.get(operator) ?? []), argument[arity]]);
    }
  }
  const members = [...types].map(([operator, union]) => `${propertyName(operator)}: ${union.join(" | ")}`);
  return `{ ${members.join("; ")} }`;
}

function typeOfValue(value: Filter["value"]): string {
  if (value?.enum) return value.enum.map((item) => JSON.stringify(item)).join(" | ");
  if (value?.format === "date-time") return "string | Date";
  if (value?.type === "integer" || value?.type === "number") return "number";
  return value?.type === "boolean" ? "boolean" : "string";
}

/** Old operation ids go on working: `operations` is merged with an interface of deprecated ones. */
export function renderAliases(document: OpenApiDocument): string {
  const entries = [...listOperations(document)];
  const taken = new Set(entries.map(({ operation }) => operation.operationId));
  const lines: string[] = [];
  for (const { operation } of entries) {
    for (const alias of operation["x-klaviyo-operation-aliases"] ?? []) {
      if (!operation.operationId || taken.has(alias)) continue;
      taken.add(alias);
      const id = operation.operationId;
      lines.push(
        `  /** @deprecated Renamed to \`${commentText(id)}\`. */\n  ${propertyName(alias)}: operations[${JSON.stringify(id)}];`,
      );
    }
  }
  return lines.length > 0 ? `/** Former operation ids. */\nexport interface operations {\n${lines.join("\n")}\n}` : "";
}

function typeOf({ path, method, operation }: OperationEntry): string {
  return operation.operationId
    ? `operations[${JSON.stringify(operation.operationId)}]`
    : `paths[${JSON.stringify(path)}][${JSON.stringify(method)}]`;
}

function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
