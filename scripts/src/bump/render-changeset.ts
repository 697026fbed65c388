import { stringify } from "yaml";
import { groupFindings } from "../diff/group-findings.ts";
import type { Bump } from "../diff/verdict.ts";
import type { EntryChange } from "./compare-states.ts";

export interface ChangesetInput {
  packages: readonly string[];
  bump: Exclude<Bump, "none">;
  changes: readonly EntryChange[];
  /** Path of the migration guide in the repository. */
  guide: string | undefined;
}

/** A changeset that a user of the packages can read: what is new, what breaks, and where to read on. */
export function renderChangeset({ packages, bump, changes, guide }: ChangesetInput): string {
  const front = stringify(Object.fromEntries(packages.map((name) => [name, bump]))).trimEnd();
  const lines = changes.flatMap(describe);
  // The text ends up in packages/*/CHANGELOG.md, and the link is relative to that.
  const rest = guide ? ["", `What to do: [${guide}](../../${guide}).`] : [];
  return ["---", front, "---", "", ...lines, ...rest, ""].join("\n");
}

function describe({ pinned, from, to, bump, comparison }: EntryChange): string[] {
  if (pinned && !from) return [`- Revision ${pinned} can be imported as an entry of its own.`];
  if (pinned && !to) return [`- Revision ${pinned} is no longer an entry.`];
  // The current revision is one of the pinned ones, too: once is enough.
  if (bump === "none" || (pinned === undefined && from === to)) return [];
  const title = pinned
    ? `- Revision ${pinned} as Klaviyo publishes it now:`
    : `- The current revision is ${to} (it was ${from}):`;
  return [title, ...summary(comparison?.operations ?? []).map((line) => `  - ${line}`)];
}

function summary(operations: NonNullable<EntryChange["comparison"]>["operations"]): string[] {
  const ids = (change: string) =>
    operations.filter((each) => each.change === change).map(({ operationId }) => operationId);
  const breaking = operations.filter((each) => each.bump === "major" && each.change !== "removed");
  const renamed = operations.filter(({ findings }) => findings.some(({ rule }) => rule === "operation-renamed"));
  const [added, removed] = [ids("added"), ids("removed")];
  const reasons = groupFindings(breaking).filter(({ bump }) => bump === "major");
  const lines: string[] = [];
  if (removed.length > 0) lines.push(`removed: ${list(removed)}`);
  if (breaking.length > 0) {
    lines.push(`${count(breaking.length, "operation")} changed in a way that breaks programs, for example:`);
    lines.push(
      ...reasons
        .slice(0, 3)
        .map(({ message, operations: users }) => `  ${message} (${count(users.length, "operation")})`),
    );
  }
  if (added.length > 0) lines.push(`new: ${list(added)}`);
  if (renamed.length > 0)
    lines.push(`renamed, the old ids go on working: ${list(renamed.map(({ operationId }) => operationId))}`);
  const minor = operations.filter((each) => each.bump === "minor" && each.change === "changed").length;
  if (minor > 0) lines.push(`${count(minor, "operation")} can do more`);
  if (lines.length === 0) lines.push("only descriptions and limits changed");
  return lines;
}

function list(names: readonly string[]): string {
  const shown = names
    .slice(0, 8)
    .map((name) => `\`${name}\``)
    .join(", ");
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
