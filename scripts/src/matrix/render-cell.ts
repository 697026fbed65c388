import type { Bump, Finding } from "../diff/verdict.ts";
import { count } from "../workspace/count.ts";
import type { Cell } from "./build-matrix.ts";
import { type Html, html } from "./html.ts";

/** An operation in a revision: its id, what changed since the revision before, and why. */
export function renderCell(cell: Cell | undefined, before: Cell | undefined, isFirst: boolean): Html {
  if (!cell) return html`<td class="none">${before ? html`removed ${badge("major")}` : "not there"}</td>`;
  const id = html`<code>${cell.operationId || "no id"}</code>`;
  const path =
    before && before.path !== cell.path ? html`<br><span class="quiet">was at <code>${before.path}</code></span>` : "";
  if (isFirst) return html`<td>${id}</td>`;
  const { change = before ? "unchanged" : "added", bump = "none", findings = [] } = cell.verdict ?? {};
  const words = before && change === "added" ? "moved" : change;
  if (findings.length === 0) return html`<td>${id}${path}<br><span class="quiet">${words}</span></td>`;
  return html`<td>${id}${path}<details><summary>${words} ${badge(bump)} <span class="quiet">${count(findings.length, "finding")}</span></summary>
<ul>
${findings.map(renderFinding)}</ul></details></td>`;
}

export function badge(bump: Bump): Html {
  return html`<span class="badge ${bump === "none" ? "none-badge" : bump}">${bump === "none" ? "no bump" : bump}</span>`;
}

function renderFinding({ bump, message, rule, by, pointer }: Finding): Html {
  return html`<li>${badge(bump)} ${withCode(message)} <span class="quiet">(${rule}, by the ${by}, at <code>${pointer}</code>)</span></li>\n`;
}

/** Messages quote code in backticks. */
function withCode(message: string): Html[] {
  return message.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}
