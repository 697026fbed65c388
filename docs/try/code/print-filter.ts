import { indent, printValue } from "../../operations/reference/print-value.ts";
import type { FilterTerm } from "../form/choice.ts";
import type { FilterField } from "../operations/operation.ts";

/** The conditions as calls of the client's `filter`; `undefined` without any. */
export function printFilter(terms: readonly FilterTerm[], fields: readonly FilterField[]): string | undefined {
  const calls = terms.map((term) =>
    printTerm(
      term,
      fields.find(({ name }) => name === term.field),
    ),
  );
  if (calls.length <= 1) return calls[0];
  return `filter.and(\n${calls.map((call) => `${indent(call)},\n`).join("")})`;
}

function printTerm({ field, operator, value }: FilterTerm, facts: FilterField | undefined): string {
  const method = operator.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const compares = facts?.operators.find(({ name }) => name === operator)?.compares ?? "one";
  const printOne = (text: string): string => printOperand(text.trim(), facts?.type ?? "text");
  const operands = {
    nothing: () => [],
    one: () => [printOne(value)],
    list: () => [`[${value.split(",").map(printOne).join(", ")}]`],
  }[compares]();
  return `filter.${method}(${[printValue(field), ...operands].join(", ")})`;
}

function printOperand(text: string, type: FilterField["type"]): string {
  if (type === "date") return `new Date(${printValue(text)})`;
  const isLiteral = type === "boolean" || (type === "number" && text !== "" && Number.isFinite(Number(text)));
  return isLiteral ? text : printValue(text);
}
