import type { FindingGroup } from "../diff/group-findings.ts";
import { advice } from "./advice.ts";
import { mergePlaces } from "./merge-places.ts";
import { who } from "./who.ts";

const shownPlaces = 60;

/** Changed shapes by what they ask for, most frequent first: one piece of code for each, then every place. */
export function renderShapes(title: string, groups: readonly FindingGroup[]): string {
  if (groups.length === 0) return "";
  const byRule = [...Map.groupBy(groups, ({ rule }) => rule)].sort(([, a], [, b]) => uses(b) - uses(a));
  const parts = byRule.map(([rule, members]) => {
    const places = mergePlaces(members);
    const example = members.find(({ snippet }) => snippet)?.snippet;
    const lines = places.slice(0, shownPlaces).map(([place, operations]) => `- ${place}: ${who([...operations])}`);
    if (places.length > shownPlaces) lines.push(`- and ${places.length - shownPlaces} more places`);
    const code = example ? `\n\n${fence("Before", example.before)}\n\n${fence("After", example.after)}` : "";
    return `### \`${rule}\`\n\n${advice[rule] ?? "Changed:"}${code}\n\n${lines.join("\n")}`;
  });
  return `## ${title}\n\n${parts.join("\n\n")}`;
}

function uses(groups: readonly FindingGroup[]): number {
  return groups.reduce((sum, { operations }) => sum + operations.length, 0);
}

function fence(title: string, code: string): string {
  return `${title}:\n\n\`\`\`ts\n${code}\n\`\`\``;
}
