import type { Audit, AuditComparison, AuditFinding } from "@org/scripts/src/matrix/audit-documents.ts";
import { code, date, sentence, text } from "../../operations/reference/escape.ts";
import { badge } from "../../operations/reference/render-changes.ts";

const directions = { name: "names", request: "requests", response: "answers", wire: "limits, scopes and words" };

/** The page with the verdict between all published documents, whether or not a package was made of them. */
export function renderAudit({ selection, documents, comparisons }: Audit): string {
  const [first, last] = [documents[0]?.revision ?? "", documents.at(-1)?.revision ?? ""];
  const title = ({ from, to }: AuditComparison) =>
    `${from === first && to === last && documents.length > 2 ? "The whole way: from" : "From"} ${text(from)} to ${text(to)}`;
  return [
    "# Audit of the published revisions",
    `The same comparison that decides how a release is numbered, between the documents that Klaviyo published for ${documents.length} revisions, from ${text(first)} to ${text(last)}. Compared are the operations ${selected(selection)}. A major change is one by which some program that compiled no longer compiles.${documents.length > 2 ? " The last comparison is for a program that skips all revisions in between." : ""}`,
    table(
      ["From", "To", "Weight", "Operations", "Findings", "Breaking"],
      comparisons.map((each) => [
        date(each.from),
        date(each.to),
        badge(each.bump),
        changesOf(each),
        String(sum(each.findings)),
        String(sum(breaking(each))),
      ]),
    ),
    ...comparisons.flatMap((each) => [`## ${title(each)}`, renderComparison(each)]),
    "## Which documents",
    "A document that is published again under the same date may change what is said here. Its checksum tells which one was compared:",
    table(
      ["Revision", "SHA-256"],
      documents.map(({ revision, sha256 }) => [date(revision), code(sha256.slice(0, 16))]),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function selected({ tags, paths, operationIds }: Audit["selection"]): string {
  if (tags.includes("*")) return "of the whole API";
  const kinds = { "with the tag": tags, "at the path": paths, named: operationIds };
  const parts = Object.entries(kinds).filter(([, values]) => values.length > 0);
  return parts.map(([kind, values]) => `${kind} ${values.map(code).join(" or ")}`).join(", or ");
}

function renderComparison(comparison: AuditComparison): string {
  if (comparison.findings.length === 0) return "Nothing changed.";
  const todo = breaking(comparison);
  return [
    `${badge(comparison.bump)} ${changesOf(comparison)}.`,
    table(
      ["Kind", "Where", "Weight", "Findings", "Operations"],
      comparison.findings.map(({ rule, direction, bump, count, operations }) => [
        code(rule),
        directions[direction],
        badge(bump),
        String(count),
        String(operations.length),
      ]),
    ),
    ...(todo.length > 0 ? ["### What programs have to do", todo.map(renderTask).join("\n")] : []),
  ].join("\n\n");
}

/** As HTML, to be opened by whom it concerns. */
function renderTask({ rule, direction, advice = "", places = [], operations }: AuditFinding): string {
  const items = places.map((place) => `<li>${sentence(place)}</li>`).join("\n");
  return [
    '<details class="details custom-block">',
    `<summary>${text(rule)} in ${directions[direction]}: ${operations.length} ${operations.length === 1 ? "operation" : "operations"}</summary>`,
    `<p>${sentence(advice)}</p>`,
    ...(items ? [`<p>Where:</p>\n<ul>\n${items}\n</ul>`] : []),
    `<p>Operations: ${operations.map(code).join(", ")}</p>`,
    "</details>",
  ].join("\n");
}

function changesOf({ operations }: AuditComparison): string {
  const changes = Object.entries(operations).filter(([, number]) => number > 0);
  return changes.map(([change, number]) => `${number} ${text(change)}`).join(", ");
}

function breaking({ findings }: AuditComparison): AuditFinding[] {
  return findings.filter(({ bump }) => bump === "major");
}

function sum(findings: readonly AuditFinding[]): number {
  return findings.reduce((total, { count }) => total + count, 0);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
