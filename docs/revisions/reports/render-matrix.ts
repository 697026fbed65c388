import { buildMatrix, type Cell, type MatrixRevision, type Row } from "@org/scripts/src/matrix/build-matrix.ts";
import { countChanges } from "@org/scripts/src/matrix/count-changes.ts";
import { code, date, text } from "../../operations/reference/escape.ts";
import { pageNames } from "../../operations/reference/page-names.ts";
import { badge } from "../../operations/reference/render-changes.ts";

/** The page that shows which operations each revision has, and what changed from one to the next. */
export function renderMatrix(revisions: readonly MatrixRevision[]): string {
  const rows = buildMatrix(revisions);
  const names = revisions.map(({ document }) => pageNames(document));
  const cellsOf = (row: Row) =>
    row.cells.map((cell, column) => {
      const name = cell && names[column]?.get(`${row.method} ${cell.path}`);
      const link = `../operations/${revisions[column]?.revision}/${name}.md`;
      return renderCell(cell, row.cells[column - 1], column === 0, link);
    });
  return [
    "# Operations and revisions",
    "What each revision has, and what changed for programs since the one before it. A badge is the weight of the change: a major one can break a program. Each cell leads to the operation's page, which has the reasons.",
    revisions.map((each, index) => renderRevision(each, revisions[index - 1], rows)).join("\n"),
    '<div class="matrix">',
    [
      `| Operation | ${revisions.map(({ revision }) => date(revision)).join(" | ")} |`,
      `| --- |${" --- |".repeat(revisions.length)}`,
      ...rows.map((row) => `| ${renderOperation(row)} | ${cellsOf(row).join(" | ")} |`),
    ].join("\n"),
    "</div>\n",
  ].join("\n\n");
}

function renderRevision(
  { revision, document, verdict }: MatrixRevision,
  before: MatrixRevision | undefined,
  rows: readonly Row[],
): string {
  const count = [...pageNames(document)].length;
  const has = `- **${text(revision)}**: ${count} of ${rows.length} operations`;
  if (!verdict || !before) return has;
  const changes = countChanges(verdict.operations).filter(([, number]) => number > 0);
  return `${has}; since ${text(before.revision)} ${badge(verdict.bump)} ${changes.map(([change, number]) => `${number} ${change}`).join(", ")}`;
}

function renderOperation({ method, summary, cells }: Row): string {
  const path = cells.findLast((cell) => cell !== undefined)?.path ?? "";
  return `${text(summary)}<br><span class="method method-${method.toLowerCase()}">${method}</span> ${code(path)}`;
}

function renderCell(cell: Cell | undefined, before: Cell | undefined, isFirst: boolean, link: string): string {
  if (!cell) return before ? `removed ${badge("major")}` : "not there";
  const { change = "added", bump = "none", findings = [] } = cell.verdict ?? {};
  const words = before && change === "added" ? "moved" : change;
  const name = `[${cell.operationId ? divisible(cell.operationId) : "its page"}](${link})`;
  if (isFirst) return name;
  if (findings.length === 0) return `${name}<br>${words}`;
  const count = `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`;
  return `${name}<br><span class="whole">${words} ${badge(bump)} ${count}</span>`;
}

/** A name that a narrow column divides at its underscores. */
function divisible(name: string): string {
  return code(name).replaceAll("&#95;", "&#95;<wbr>");
}
