import { basename } from "node:path";
import { type FindingGroup, groupFindings } from "../diff/group-findings.ts";
import type { Bump } from "../diff/verdict.ts";
import { readGuideName } from "../migrate/guide-name.ts";
import { count } from "../workspace/count.ts";
import type { EntryChange } from "./compare-states.ts";
import { signChangeset } from "./own-changeset.ts";

export interface ChangesetInput {
  packages: readonly string[];
  bump: Exclude<Bump, "none">;
  changes: readonly EntryChange[];
  /** Paths of the migration guides in the repository. */
  guides: readonly string[];
}

/** A changeset that a user of the packages can read: whether there is something to do, and then entry by entry. */
export function renderChangeset({ packages, bump, changes, guides }: ChangesetInput): string {
  const current = changes.find(({ pinned }) => pinned === undefined);
  const isAlsoCurrent = ({ pinned }: EntryChange) => pinned === current?.from && pinned === current?.to;
  const told = changes.filter((change) => change.pinned === undefined || !isAlsoCurrent(change));
  const todo = told.some((change) => change.bump === "major")
    ? "There is something to do for programs that import an entry of which it says so here."
    : "There is nothing to do: what a program sends and reads goes on compiling and working as it did.";
  const summary = [todo, "", ...told.flatMap((change) => describe(change, guides))].join("\n");
  return signChangeset({ releases: packages.map((name) => ({ name, type: bump })), summary });
}

function describe({ pinned, from, to, bump, comparison }: EntryChange, guides: readonly string[]): string[] {
  const name = pinned ? `Revision ${pinned}` : `The current revision, ${to},`;
  if (pinned && !from) return [`- Revision ${pinned} can be imported as an entry of its own.`];
  if (pinned && !to) return [`- Revision ${pinned} is no longer an entry: import another one.`];
  if (bump === "none" && from === to) return [`- ${name.replace(/,$/, "")}: nothing changes for you.`];
  const title = from === to ? `- ${name} as it is now:` : `- The current revision is ${to} (it was ${from}):`;
  const guide = guides.find((path) => {
    const named = readGuideName(basename(path));
    return named?.from === from && named?.to === to;
  });
  // The text ends up in packages/*/CHANGELOG.md, and the link is relative to that.
  const link = guide ? [`what to do: [${guide}](../../${guide})`] : [];
  const lines = [...link, ...summary(comparison?.operations ?? [])];
  return [title, ...lines.map((line) => line.replace(/^ */, (indent) => `  ${indent}- `))];
}

type Operations = NonNullable<EntryChange["comparison"]>["operations"];

/** What is minor although a program can do nothing more by it; it is told in words of its own. */
const noGains: Readonly<Record<string, string>> = {
  "rate-limit-lowered": "lower limits",
  deprecated: "something deprecated",
};

/**
 * Each operation in one line: as moved, removed, breaking, new or able to do more. Its new name, lower limits and what is
 * deprecated in it are told besides, because none of the others implies them.
 */
function summary(operations: Operations): string[] {
  const left = new Set(operations);
  const take = (test: (operation: Operations[number]) => boolean) => {
    const taken = [...left].filter(test);
    for (const operation of taken) left.delete(operation);
    return taken;
  };
  const has = (rule: string) => (operation: Operations[number]) =>
    operation.findings.some((finding) => finding.rule === rule);
  const ids = (some: Operations) => list(some.map(({ operationId }) => operationId));
  take(has("operation-moved"));
  const moved = take(has("operation-moved-here"));
  const removed = take(({ change }) => change === "removed");
  const breaking = [...moved, ...take(({ bump }) => bump === "major")].filter(({ bump }) => bump === "major");
  const added = take(({ change }) => change === "added");
  const renamed = operations.filter(has("operation-renamed"));
  const more = take(({ findings }) =>
    findings.some(({ bump, rule }) => bump === "minor" && !(rule in noGains) && rule !== "operation-renamed"),
  );
  const lines = moved.map(
    ({ operationId, method, path, former }) =>
      `moved: \`${operationId}\` is \`${method} ${path}\` now (its path was \`${former?.path}\`)`,
  );
  if (removed.length > 0) lines.push(`removed: ${ids(removed)}`);
  if (breaking.length > 0) {
    lines.push(`${count(breaking.length, "operation")} changed in a way that breaks programs, for example:`);
    lines.push(...examples(breaking, ({ bump }) => bump === "major"));
  }
  if (added.length > 0) lines.push(`new: ${ids(added)}`);
  if (renamed.length > 0) lines.push(`renamed, the old ids go on working: ${ids(renamed)}`);
  for (const [rule, words] of Object.entries(noGains)) {
    const concerned = operations.filter(has(rule));
    if (concerned.length === 0) continue;
    lines.push(`${words} in ${count(concerned.length, "operation")}, for example:`);
    lines.push(...examples(concerned, (group) => group.rule === rule));
  }
  if (more.length > 0) lines.push(`${count(more.length, "operation")} can do more`);
  if (lines.length === 0) lines.push("only descriptions and limits changed");
  return lines;
}

/** The three reasons that most operations have. */
function examples(operations: Operations, test: (group: FindingGroup) => boolean): string[] {
  const reasons = groupFindings(operations).filter(test).slice(0, 3);
  return reasons.map(({ message, operations: users }) => `  ${message} (${count(users.length, "operation")})`);
}

function list(names: readonly string[]): string {
  const shown = names
    .slice(0, 8)
    .map((name) => `\`${name}\``)
    .join(", ");
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
