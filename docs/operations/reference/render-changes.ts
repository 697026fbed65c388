import type { Bump, Direction, Finding, OperationVerdict } from "@org/scripts/src/diff/verdict.ts";
import { code, sentence, text } from "./escape.ts";
import type { OperationPage, Twin } from "./reference.ts";

const directions: Record<Direction, string> = {
  name: "Names",
  request: "Requests",
  response: "Answers",
  wire: "Limits, scopes and words",
};

const weights: readonly Bump[] = ["major", "minor", "patch", "none"];

/** Where the operation is in other revisions, and what is different there. */
export function renderOtherRevisions({ twins, changes, facts }: OperationPage): string {
  if (twins.length === 0) return "";
  const where = twins.map((twin) => `- ${renderTwin(twin, facts)}`).join("\n");
  return ["## In other revisions", where, ...changes.map(renderChange)].join("\n\n");
}

function renderTwin({ revision, page }: Twin, facts: OperationPage["facts"]): string {
  if (!page) return `${text(revision)} does not have this operation.`;
  const id = page.operationId === facts.operationId ? "the same name" : code(page.operationId);
  const path = page.path === facts.path ? "the same path" : code(page.path);
  return `[${text(revision)}](../${revision}/${page.name}.md): ${id}, ${path}`;
}

function renderChange({ from, to, verdict }: OperationPage["changes"][number]): string {
  const heading = `### From ${text(from)} to ${text(to)}`;
  if (verdict.findings.length === 0) return `${heading}\n\nNothing changed.`;
  return `${heading}\n\n${summarize(verdict)}\n\n${renderFindings(verdict.findings)}`;
}

function summarize({ bump, findings }: OperationVerdict): string {
  const breaking = findings.filter((finding) => finding.bump === "major").length;
  const others = findings.length - breaking;
  const parts = [
    breaking > 0 ? `${count(breaking, "change")} that can break a program` : "",
    others > 0
      ? `${breaking > 0 ? count(others, "other") : `${count(others, "change")} that cannot break a program`}`
      : "",
  ].filter(Boolean);
  return `${badge(bump)} ${parts.join(", ")}.`;
}

/** As HTML: what is long can be opened. */
function renderFindings(findings: readonly Finding[]): string {
  const parts = (["name", "request", "response", "wire"] as const).flatMap((direction) => {
    const own = findings.filter((finding) => finding.direction === direction);
    if (own.length === 0) return [];
    const sorted = own.toSorted((a, b) => weights.indexOf(a.bump) - weights.indexOf(b.bump));
    const items = sorted.map(({ bump, message }) => `<li>${badge(bump)} ${sentence(message)}</li>`).join("\n");
    return [
      `<details class="details custom-block">\n<summary>${directions[direction]}: ${count(own.length, "finding")}</summary>\n<ul>\n${items}\n</ul>\n</details>`,
    ];
  });
  return parts.join("\n");
}

/** The bump that a change asks for, in the site's own look. */
export function badge(bump: Bump): string {
  const types: Record<Bump, string> = { major: "danger", minor: "tip", patch: "info", none: "info" };
  return `<Badge type="${types[bump]}" text="${bump === "none" ? "no bump" : bump}" />`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
