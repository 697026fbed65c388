import type ts from "typescript";
import type { TypeModule } from "./type-module.ts";
import { typeText } from "./type-text.ts";
import type { Finding } from "./verdict.ts";
import type { Side } from "./wire/side.ts";

type Modules = Record<"base" | "head", TypeModule>;

/** What an operation can be filtered by: every field, operator and value that was accepted must still be. */
export function filterFindings(checker: ts.TypeChecker, modules: Modules, base: Side, head: Side): Finding[] {
  // `filters` is keyed by path, for whichever of its operations has filters.
  const [had, has] = [base, head].map(({ entry }) => entry.operation["x-klaviyo-filters"] !== undefined);
  const pointer = has ? `${head.entry.pointer}/x-klaviyo-filters` : head.entry.pointer;
  const found = (rule: string, bump: Finding["bump"], message: string, detail: Finding["detail"] = {}): Finding => {
    return { rule, direction: "request", bump, pointer, message, by: "compiler", detail };
  };
  const old = had ? membersOf(checker, modules.base.filters(base.entry.path)) : new Map<string, ts.Type>();
  const now = has ? membersOf(checker, modules.head.filters(head.entry.path)) : new Map<string, ts.Type>();
  const findings: Finding[] = [];
  for (const [field, before] of old) {
    const after = now.get(field);
    if (!after) {
      findings.push(found("filter-removed", "major", `\`${field}\` can no longer be filtered by`));
      continue;
    }
    const operators = membersOf(checker, after);
    for (const [operator, value] of membersOf(checker, before)) {
      const takes = operators.get(operator);
      const call = `\`${operator}(${field}, …)\``;
      if (!takes) findings.push(found("filter-removed", "major", `${call} is no longer a filter`));
      else if (!checker.isTypeAssignableTo(value, takes)) {
        const [was, is] = [typeText(checker, value), typeText(checker, takes)];
        const message = `${call} compared with \`${was}\` and compares with \`${is}\``;
        findings.push(found("filter-value-changed", "major", message, { old: was, new: is }));
      } else if (!checker.isTypeAssignableTo(takes, value)) {
        findings.push(
          found("filter-value-added", "minor", `${call} takes more values: \`${typeText(checker, takes)}\``),
        );
      }
      operators.delete(operator);
    }
    for (const operator of operators.keys()) {
      findings.push(found("filter-added", "minor", `\`${operator}(${field}, …)\` is a new filter`));
    }
    now.delete(field);
  }
  return [
    ...findings,
    ...[...now.keys()].map((field) => found("filter-added", "minor", `\`${field}\` can be filtered by`)),
  ];
}

function membersOf(checker: ts.TypeChecker, type: ts.Type | undefined): Map<string, ts.Type> {
  const properties = type ? checker.getPropertiesOfType(type) : [];
  return new Map(properties.map((property) => [property.name, checker.getTypeOfSymbol(property)]));
}
