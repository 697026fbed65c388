import { maxBump } from "../diff/verdict.ts";
import { count } from "../workspace/count.ts";
import { buildMatrix, type MatrixRevision, type Row } from "./build-matrix.ts";
import { countChanges } from "./count-changes.ts";
import { type Html, html } from "./html.ts";
import { badge, renderCell } from "./render-cell.ts";
import { style } from "./style.ts";

/** The page: one file, without scripts, images or anything from elsewhere. */
export function renderMatrix(revisions: readonly MatrixRevision[], title: string): string {
  const rows = buildMatrix(revisions);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}: operations and revisions</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}: operations and revisions</h1>
<p class="quiet">What each revision of the API has, and what changed for programs since the one before it.</p>
<h2>Revisions</h2>
<ul>
${revisions.map((revision, index) => renderRevision(revision, revisions[index - 1]))}</ul>
<h2>Operations</h2>
<div class="scroll" role="region" aria-label="Operations by revision" tabindex="0">
<table>
<caption>${count(rows.length, "operation")} in ${count(revisions.length, "revision")}. A badge is the bump that a change needs; open it for the reasons.</caption>
<thead>
<tr><th scope="col">Operation</th>${revisions.map(({ revision }) => html`<th scope="col">${revision}</th>`)}</tr>
</thead>
<tbody>
${rows.map(renderRow)}</tbody>
</table>
</div>
</main>
</body>
</html>
`;
  return page.html;
}

function renderRevision({ revision, document, verdict }: MatrixRevision, before: MatrixRevision | undefined): Html {
  const has = html`<strong>${revision}</strong>: ${count(buildMatrix([{ revision, document }]).length, "operation")}`;
  if (!verdict || !before) return html`<li>${has}</li>\n`;
  const changes = countChanges(verdict.operations).map(([change, number]) => `${number} ${change}`);
  return html`<li>${has}; since ${before.revision} ${badge(maxBump([verdict.bump]))} ${changes.join(", ")}</li>\n`;
}

function renderRow(row: Row): Html {
  const newest = row.cells.findLast((cell) => cell !== undefined);
  const cells = row.cells.map((cell, column) => renderCell(cell, row.cells[column - 1], column === 0));
  return html`<tr><th scope="row"><span class="method">${row.method}</span> <code>${newest?.path ?? ""}</code><br><span class="quiet">${row.summary}</span></th>${cells}</tr>\n`;
}
