import { withoutMovedHere } from "../diff/verdict.ts";
import { describePull } from "../pull/describe-pull.ts";
import { count } from "../workspace/count.ts";
import type { BumpPlan } from "./plan-bump.ts";

/** What a bump came to, for the terminal; `written` are the files that were not yet so. */
export function describeBump(plan: BumpPlan, written: readonly string[]): string {
  const { pulled, bump, changes, packages, guides, changeset, kept } = plan;
  const lines = [describePull(pulled, true)];
  for (const { pinned, from, to, bump: own, comparison } of changes) {
    const entry = pinned ? `revision ${pinned}` : "the current revision";
    const change = from && to ? (from === to ? from : `${from} -> ${to}`) : from ? "removed" : "added";
    const changed =
      comparison && withoutMovedHere(comparison.operations).filter((operation) => operation.bump !== "none").length;
    lines.push(`${entry}: ${change}, ${own}${changed === undefined ? "" : `, ${count(changed, "operation")} changed`}`);
  }
  if (packages.length > 0) lines.push(`${packages.join(", ")}: ${bump} (${changeset})`);
  else lines.push("no published content differs from the last release: no changeset");
  for (const path of kept) lines.push(`${path} stays, because a person has changed it: see that it is still true`);
  for (const guide of guides) lines.push(`what users have to do: ${guide}`);
  if (written.length === 0) lines.push("nothing to write: everything is as it should be");
  else lines.push(`${count(written.length, "file")} written:`, ...written.map((path) => `  ${path}`));
  return lines.join("\n");
}
