import { type FindingGroup, groupFindings } from "../diff/group-findings.ts";
import type { OperationVerdict, Verdict } from "../diff/verdict.ts";
import { markdownTable } from "./markdown-table.ts";
import { renderShapes } from "./render-shapes.ts";
import { who } from "./who.ts";

/** What a user of the one revision has to do for the other, heaviest first. */
export function renderGuide(from: string, to: string, { bump, operations, aliases }: Verdict): string {
  const groups = groupFindings(operations);
  const of = (...rules: string[]) => groups.filter(({ rule }) => rules.includes(rule));
  const sections = [
    heading(from, to, bump, operations),
    steps(from, to, operations, groups),
    section("Operations that are gone", removedOperations(of("operation-removed", "operation-moved"))),
    section(
      "Moved paths",
      movedPaths(operations),
      "Each is a whole string: find the one on the left, replace it by the one on the right. The codemod does it.",
    ),
    section(
      "Renamed operations",
      renamedOperations(operations),
      'The old ids go on working as deprecated aliases in `Operation<"…">`. The codemod replaces them.',
    ),
    section(
      "Renamed schemas",
      renamedSchemas(aliases.schemas),
      'The old names go on working as deprecated aliases in `Schema<"…">`. The codemod replaces them.',
    ),
    section("Schemas that are gone", lines(of("schema-removed", "schema-reused"))),
    renderShapes(
      "Changed answers",
      groups.filter(({ direction, bump: weight }) => direction === "response" && weight === "major"),
    ),
    renderShapes(
      "Changed requests",
      groups.filter(({ direction, bump: weight }) => direction === "request" && weight === "major"),
    ),
    section("Limits, scopes and credentials", wire(groups)),
    section("New operations", newOperations(of("operation-added", "operation-moved-here"))),
    section("New possibilities", additions(groups)),
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

function heading(from: string, to: string, bump: string, operations: readonly OperationVerdict[]): string {
  const title = from === to ? `Revision ${to}, published again` : `From ${from} to ${to}`;
  const changed = operations.filter((operation) => operation.bump !== "none").length;
  const breaking = operations.filter((operation) => operation.bump === "major").length;
  return `# ${title}

Made by \`pnpm spec:bump\`: a ${bump} change. ${changed} of ${operations.length} operations changed, ${breaking} of them in a way that can break a program. Each statement here is a finding of \`pnpm spec:diff ${from} ${to}\`, which also says where it stands in the documents; the code was compiled against both revisions.`;
}

function steps(
  from: string,
  to: string,
  operations: readonly OperationVerdict[],
  groups: readonly FindingGroup[],
): string {
  if (from === to) return "";
  const has = (test: (group: FindingGroup) => boolean) => groups.some((group) => group.bump === "major" && test(group));
  const moved = operations.some(({ former, path }) => former && former.path !== path);
  const todo = [
    `Run \`npx @org/codemod ${from} ${to} src\`, with the folders of your sources. It changes the entry of imports${moved ? ", the paths" : ""}, and the names of operations and schemas, and lists what is left with file and line.`,
    "Run `tsc`: every change of a shape that concerns your program is an error there.",
    has(({ rule }) => rule === "nullable-added" || rule.endsWith("became-optional")) &&
      "Where an answer's property may be null or missing now, decide what that means (see *Changed answers*).",
    has(({ direction }) => direction === "request") &&
      "Where a request is refused by the types, see *Changed requests*.",
    has(({ direction }) => direction === "wire") &&
      "Check your keys and limits (see *Limits, scopes and credentials*): no compiler sees those.",
  ].filter(Boolean);
  return `## What to do\n\n${todo.map((line, index) => `${index + 1}. ${line}`).join("\n")}`;
}

function section(title: string, body: string, intro = ""): string {
  return body ? `## ${title}\n\n${intro ? `${intro}\n\n` : ""}${body}` : "";
}

function removedOperations(groups: readonly FindingGroup[]): string {
  return groups.map(({ operations, message }) => `- \`${operations.join("`, `")}\`: ${message}`).join("\n");
}

function movedPaths(operations: readonly OperationVerdict[]): string {
  const moves = new Map(
    operations.flatMap(({ path, former }) => (former && former.path !== path ? [[former.path, path] as const] : [])),
  );
  return markdownTable(
    ["Find", "Replace by"],
    [...moves].sort().map(([old, now]) => [code(old), code(now)]),
  );
}

function renamedOperations(operations: readonly OperationVerdict[]): string {
  const renames = operations.flatMap(({ operationId, former }) =>
    former?.operationId && former.operationId !== operationId ? [[code(former.operationId), code(operationId)]] : [],
  );
  return markdownTable(["Was", "Is"], renames.sort());
}

function renamedSchemas(schemas: Readonly<Record<string, string>>): string {
  return markdownTable(
    ["Was", "Is"],
    Object.entries(schemas)
      .sort()
      .map(([old, now]) => [code(old), code(now)]),
  );
}

function newOperations(groups: readonly FindingGroup[]): string {
  return groups.flatMap(({ operations }) => operations.map((id) => `- \`${id}\``)).join("\n");
}

function wire(groups: readonly FindingGroup[]): string {
  const kept = groups.filter(({ direction, rule }) => direction === "wire" && rule !== "words-changed");
  const rows = kept.map(({ message, bump, operations }) => [message, bump, who(operations)]);
  return markdownTable(["Change", "Weight", "Operations"], rows);
}

function additions(groups: readonly FindingGroup[]): string {
  const kept = groups.filter(
    ({ bump, direction, rule }) =>
      bump === "minor" && (direction === "request" || (direction === "response" && rule.startsWith("property-added"))),
  );
  const shown = kept.slice(0, 40).map(({ message, operations }) => `- ${message} (${who(operations)})`);
  if (kept.length > 40) shown.push(`- and ${kept.length - 40} more: \`pnpm spec:diff\` lists them`);
  return shown.join("\n");
}

function lines(groups: readonly FindingGroup[]): string {
  return groups.map(({ message, operations }) => `- ${message} (${who(operations)})`).join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}
