import { type FindingGroup, groupFindings } from "../diff/group-findings.ts";
import { type Bump, type OperationVerdict, type Verdict, withoutMovedHere } from "../diff/verdict.ts";
import type { Aliases } from "../generate/aliases.ts";
import { count } from "../workspace/count.ts";
import { markdownTable } from "./markdown-table.ts";
import { renderShapes } from "./render-shapes.ts";
import { who } from "./who.ts";

/** What a user of the one revision has to do for the other, heaviest first. */
export function renderGuide(from: string, to: string, verdict: Verdict, offered: Aliases): string {
  const { operations, aliases } = verdict;
  const groups = groupFindings(operations);
  const of = (...rules: string[]) => groups.filter(({ rule }) => rules.includes(rule));
  const renames = { operations: renamedOperations(operations), schemas: aliases.schemas };
  const isBridged = (["operations", "schemas"] as const).every((kind) =>
    Object.entries(renames[kind]).every(([former, name]) => offered[kind][former] === name),
  );
  // It moves a program from one entry to another.
  const codemod = (does: string) => (from === to ? "" : ` The codemod ${does}.`);
  const sections = [
    heading(from, to, isBridged ? verdict.bump : "major", operations),
    steps(from, to, operations, groups),
    section("Operations that are gone", perOperation(of("operation-removed"))),
    section("Moved operations", perOperation(of("operation-moved"))),
    section(
      "Moved paths",
      movedPaths(operations),
      `Each is a whole string: find the one on the left, replace it by the one on the right.${codemod("does it")}`,
    ),
    renderNames("operations", renames.operations, offered.operations, codemod("replaces them")),
    renderNames("schemas", renames.schemas, offered.schemas, codemod("replaces them")),
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
    section("New operations", newOperations(of("operation-added"))),
    section("New possibilities", additions(groups)),
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

function heading(from: string, to: string, bump: Bump, operations: readonly OperationVerdict[]): string {
  const counted = withoutMovedHere(operations);
  const changed = counted.filter((operation) => operation.bump !== "none").length;
  const breaking = counted.filter((operation) => operation.bump === "major").length;
  const counts = `a ${bump} change. ${changed} of ${count(counted.length, "operation")} changed, ${breaking} of them in a way that can break a program.`;
  if (from === to) {
    return `# Revision ${to}, published again

Made by \`pnpm spec:bump\`: ${counts} It compares the revision as the packages had it with what is published under the same name, and selected, now; the code was compiled against both.`;
  }
  return `# From ${from} to ${to}

Made by \`pnpm spec:bump\`: ${counts} Each statement here is a finding of \`pnpm spec:diff ${from} ${to}\`, which also says where it stands in the documents; the code was compiled against both revisions.`;
}

function steps(
  from: string,
  to: string,
  operations: readonly OperationVerdict[],
  groups: readonly FindingGroup[],
): string {
  const has = (test: (group: FindingGroup) => boolean) => groups.some((group) => group.bump === "major" && test(group));
  const moved = movedPaths(operations) !== "" || groups.some(({ rule }) => rule === "operation-moved");
  const todo = [
    from !== to &&
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

/** Names whose old form goes on working apart from those whose old form does not. */
function renderNames(
  kind: keyof Aliases,
  renames: Readonly<Record<string, string>>,
  offered: Readonly<Record<string, string>>,
  codemod: string,
): string {
  const type = kind === "operations" ? 'Operation<"…">' : 'Schema<"…">';
  const names = kind === "operations" ? "ids" : "names";
  const entries = Object.entries(renames).sort();
  const table = (rows: typeof entries) =>
    markdownTable(
      ["Was", "Is"],
      rows.map(([was, is]) => [code(was), code(is)]),
    );
  const isKept = ([was, is]: [string, string]) => offered[was] === is;
  const kept = `The old ${names} go on working as deprecated aliases in \`${type}\`.${codemod}`;
  const lost = `The old ${names} no longer compile in \`${type}\`.${codemod}`;
  return [
    section(`Renamed ${kind}`, table(entries.filter(isKept)), kept),
    section(`Renamed ${kind} without an alias`, table(entries.filter((entry) => !isKept(entry))), lost),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function perOperation(groups: readonly FindingGroup[]): string {
  return groups.map(({ operations, message }) => `- \`${operations.join("`, `")}\`: ${message}`).join("\n");
}

/** Paths of operations that are known by their paths; one that is known by its id alone is a moved operation. */
function movedPaths(operations: readonly OperationVerdict[]): string {
  const moves = new Map(
    operations.flatMap(({ path, change, former }) =>
      former && former.path !== path && change !== "added" ? [[former.path, path] as const] : [],
    ),
  );
  return markdownTable(
    ["Find", "Replace by"],
    [...moves].sort().map(([old, now]) => [code(old), code(now)]),
  );
}

/** Former id of each operation that is called otherwise now. */
function renamedOperations(operations: readonly OperationVerdict[]): Record<string, string> {
  const renames = operations.flatMap(({ operationId, former }) =>
    former?.operationId && former.operationId !== operationId ? [[former.operationId, operationId] as const] : [],
  );
  return Object.fromEntries(renames);
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
