import { indent, printBlock, printObject, printValue } from "../../operations/reference/print-value.ts";
import type { Choice } from "../form/choice.ts";
import type { Operation } from "../operations/operation.ts";
import { printFilter } from "./print-filter.ts";

/** The program that makes the chosen call: what is shown, copied, typed by the compiler and run. */
export function printCall(choice: Choice, operation: Operation): string {
  if (choice.code !== undefined) return choice.code;
  const filter = printFilter(choice.filters, operation.filters);
  const imports = ["createClient", ...(filter ? ["filter"] : [])];
  const call = `klaviyo.${operation.method}(${printArguments(choice, operation, filter)})`;
  return [
    `import { ${imports.join(", ")} } from "@org/client";`,
    "",
    `const klaviyo = createClient(${printOptions(choice)});`,
    "",
    choice.times === 1 ? `const { data, error } = await ${call};` : printMany(call, choice.times),
    "",
  ].join("\n");
}

function printOptions({ without }: Choice): string {
  return `{ ${['apiKey: "pk_test"', ...without.map((policy) => `${policy}: false`)].join(", ")} }`;
}

/** A list that begins with one call, so that the compiler knows that there is an answer to look at. */
function printMany(call: string, times: number): string {
  return [
    `const call = () =>\n${indent(call)};`,
    `const [{ data, error }] = await Promise.all([call(), ...Array.from({ length: ${times - 1} }, call)]);`,
  ].join("\n");
}

function printArguments(choice: Choice, operation: Operation, filter: string | undefined): string {
  const path = Object.entries(choice.path).map(([name, value]): [string, string] => [name, printValue(value)]);
  const query = printQuery(choice, operation, filter);
  const params = [
    ...(path.length > 0 ? [["path", printObject(path)] as const] : []),
    ...(query.length > 0 ? [["query", printObject(query)] as const] : []),
  ];
  const init = [
    ...(params.length > 0 ? [["params", printObject(params)] as const] : []),
    ...(choice.body.trim() ? [["body", printBody(choice.body)] as const] : []),
  ];
  const address = JSON.stringify(operation.path);
  return init.length > 0 ? `${address}, ${printBlock(init)}` : address;
}

function printQuery(choice: Choice, operation: Operation, filter: string | undefined): [string, string][] {
  return operation.parameters
    .filter((parameter) => parameter.in === "query")
    .flatMap(({ name, kind }): [string, string][] => {
      if (name === "filter" && filter) return [[name, filter]];
      const value = choice.query[name] ?? "";
      if (value.length === 0) return [];
      return [[name, printValue(kind === "integer" ? Number(value) : value)]];
    });
}

/** JSON is printed as a person would write it; whatever else was typed is taken for an expression. */
function printBody(text: string): string {
  try {
    return printValue(JSON.parse(text));
  } catch {
    return text.trim();
  }
}
