import type { BodyRow, ValueFacts } from "./body-rows.ts";
import { code, sentence, text } from "./escape.ts";
import type { ParameterFacts } from "./operation-facts.ts";

/** HTML of a list of parameters: name, type and whether it has to be there, and below it what it is. */
export function renderParameters(parameters: readonly ParameterFacts[]): string {
  return list(parameters.map(({ name, isRequired, value }) => entry({ depth: 0, name, isRequired, value })));
}

/** HTML of the tree that a body is, one line a property, set in by its depth. */
export function renderBody(rows: readonly BodyRow[]): string {
  return list(rows.map(entry));
}

/** Without an empty line, which would end the HTML and begin Markdown. */
function list(entries: readonly string[]): string {
  return `<dl class="values">\n${entries.join("\n")}\n</dl>`;
}

function entry({ depth, name, isRequired, value }: BodyRow): string {
  const required = isRequired ? ' <span class="required">required</span>' : "";
  const facts = [sentence(value.description), ...details(value)].filter(Boolean);
  const meaning = facts.length > 0 ? `<dd>${facts.map((fact) => `<p>${fact}</p>`).join("")}</dd>` : "<dd></dd>";
  // Deeper than this nothing is set in any further, for the sake of narrow screens.
  const level = Math.min(depth, 8);
  return `<div style="--depth: ${level}"><dt>${code(name)} <span class="type">${text(value.type)}</span>${required}</dt>${meaning}</div>`;
}

function details({ allowed, limits, default: standard }: ValueFacts): string[] {
  return [
    allowed.length > 0 ? `One of ${allowed.map(code).join(" ")}` : "",
    limits.length > 0 ? `Limits: ${text(limits.join(", "))}` : "",
    standard === undefined ? "" : `Default: ${code(standard)}`,
  ];
}
