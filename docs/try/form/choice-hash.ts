import type { Operation } from "../operations/operation.ts";
import { type Choice, type ClientPolicy, type FilterTerm, firstChoice, initialChoice } from "./choice.ts";

/** Names that no parameter of an operation has. */
const [filterKey, bodyKey, timesKey, withoutKey, codeKey] = ["~filter", "~body", "~times", "~without", "~code"];

/** The choice as a URL's hash, such as `#get_catalog_items?include=variants`; only what differs from the form's beginning. */
export function hashOf(choice: Choice, operation: Operation): string {
  const initial = initialChoice(operation);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(choice.path)) if (value !== initial.path[name]) query.append(name, value);
  for (const [name, value] of Object.entries(choice.query)) {
    if (String(value) !== String(initial.query[name] ?? "")) query.append(name, String(value));
  }
  const terms = choice.filters.map(textOf);
  // One that is empty says that there is no condition, where the form begins with one.
  if (terms.join() !== initial.filters.map(textOf).join())
    for (const text of terms.length > 0 ? terms : [""]) query.append(filterKey, text);
  if (choice.body !== initial.body) query.append(bodyKey, choice.body);
  if (choice.times !== 1) query.append(timesKey, String(choice.times));
  for (const policy of choice.without) query.append(withoutKey, policy);
  if (choice.code !== undefined) query.append(codeKey, choice.code);
  // Commas and brackets need no escape in a hash, and a link should be legible.
  const text = query
    .toString()
    .replaceAll("%2C", ",")
    .replaceAll("%5B", "[")
    .replaceAll("%5D", "]")
    .replaceAll("%7E", "~");
  return text ? `#${operation.id}?${text}` : `#${operation.id}`;
}

/** The choice that a hash keeps; what it says that the fragment does not know is left out. */
export function choiceOf(hash: string, operations: readonly Operation[]): Choice {
  const [, id = "", text = ""] = /^#?([^?]*)\??([\s\S]*)$/.exec(hash) ?? [];
  const operation = operations.find((one) => one.id === id);
  if (!operation) return firstChoice(operations);
  const query = new URLSearchParams(text);
  const choice = initialChoice(operation);
  for (const { name, in: place, kind, values = [] } of operation.parameters) {
    const value = query.get(name);
    if (value === null) continue;
    if (place === "path") choice.path[name] = value;
    else if (kind === "choices") choice.query[name] = value.split(",").filter((one) => values.includes(one));
    else if (kind !== "choice" || value === "" || values.includes(value)) choice.query[name] = value;
  }
  if (query.has(filterKey)) {
    const terms = query.getAll(filterKey).map(termOf);
    choice.filters = terms.filter((term) => isKnown(term, operation)) as FilterTerm[];
  }
  choice.body = query.get(bodyKey) ?? choice.body;
  const times = Number(query.get(timesKey) ?? 1);
  if (Number.isInteger(times) && times >= 1 && times <= mostTimes) choice.times = times;
  choice.without = query
    .getAll(withoutKey)
    .filter((policy): policy is ClientPolicy => ["retry", "rateLimit"].includes(policy));
  const code = query.get(codeKey);
  return code === null ? choice : { ...choice, code };
}

/** More calls at once would not fit into the time line. */
export const mostTimes = 2_000;

function textOf({ field, operator, value }: FilterTerm): string {
  return JSON.stringify([field, operator, value]);
}

function termOf(text: string): FilterTerm | undefined {
  try {
    const [field, operator, value] = JSON.parse(text) as unknown[];
    return { field: String(field), operator: String(operator), value: String(value) };
  } catch {
    return undefined;
  }
}

function isKnown(term: FilterTerm | undefined, { filters }: Operation): boolean {
  const field = filters.find(({ name }) => name === term?.field);
  return field?.operators.some(({ name }) => name === term?.operator) ?? false;
}
