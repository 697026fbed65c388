import type { FindingGroup } from "../diff/group-findings.ts";
import { placeName } from "../diff/place-name.ts";
import { who } from "./who.ts";

/** What each rule asks of a user, in an imperative sentence. */
const advice: Record<string, string> = {
  "nullable-added": "May be null now: expect it, or give it a default with `??`.",
  "property-became-optional": "May be missing now: expect `undefined`.",
  "property-removed": "Gone: stop using it.",
  "parameter-removed": "Gone: stop passing it.",
  "enum-value-added": "Has values that your program does not know: handle them, or have a default case.",
  "enum-value-removed": "Lost values: drop what handles or sends them.",
  "type-changed": "Is of another type.",
  "type-widened": "Can be more than before.",
  "type-narrowed": "Can be less than before.",
  "variant-added": "Has another possible shape.",
  "variant-removed": "Lost a possible shape.",
  "media-type-removed":
    "Has another media type: only programs that name it in types notice, the client sends and accepts the right one.",
  "status-removed": "Answers with another status.",
  "status-added-breaking": "Can answer with a new status and another body.",
  "property-became-required": "Must be sent now.",
  "property-added-required": "Is new and must be sent.",
  "parameter-added-required": "Is new and must be passed.",
  "parameter-became-required": "Must be passed now.",
  "nullable-removed": "May no longer be null: leave it out instead.",
  "property-became-read-only": "Is set by Klaviyo only: stop sending it.",
};

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

/** The same place in the 200 of one operation and the 201 of another is one place to a reader. */
function mergePlaces(groups: readonly FindingGroup[]): [string, Set<string>][] {
  const places = new Map<string, Set<string>>();
  for (const { message, places: ofGroup, detail } of groups) {
    for (const { operation, path } of ofGroup) {
      const short = shortPlace(path);
      const place = short && detail?.values ? `${short}, the values ${detail.values}` : (short ?? message);
      places.set(place, (places.get(place) ?? new Set()).add(operation));
    }
  }
  return [...places].sort(([, a], [, b]) => b.size - a.size);
}

/** Where something is in a parameter, by the parameter's name, or in a body, whichever it is; nothing for a whole body. */
function shortPlace(path: readonly string[]): string | undefined {
  const [root = "", media, ...rest] = path;
  if (["path", "query", "header", "cookie"].includes(root)) return placeName(path, "request");
  const inside = media === "headers" ? ["headers", ...rest] : rest;
  if (inside.length === 0) return undefined;
  return `\`${inside.map((step, index) => (index > 0 && step !== "[]" ? `.${step}` : step)).join("")}\``;
}

function uses(groups: readonly FindingGroup[]): number {
  return groups.reduce((sum, { operations }) => sum + operations.length, 0);
}

function fence(title: string, code: string): string {
  return `${title}:\n\n\`\`\`ts\n${code}\n\`\`\``;
}
