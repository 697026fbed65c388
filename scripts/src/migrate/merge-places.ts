import type { FindingGroup } from "../diff/group-findings.ts";
import { placeName } from "../diff/place-name.ts";

/** The same place in the 200 of one operation and the 201 of another is one place to a reader. */
export function mergePlaces(groups: readonly FindingGroup[]): [string, Set<string>][] {
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
