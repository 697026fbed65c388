import type { Plan } from "../migration/plan.ts";
import { escapePattern } from "./escape-pattern.ts";

const patterns = new WeakMap<Plan, RegExp>();

/**
 * Matches whole paths of the old revision that are others now, with their parameters filled in or not:
 * `/api/catalog-items/`, but not what only begins like it.
 */
export function formerPaths(plan: Plan): RegExp {
  const known = patterns.get(plan);
  if (known) return known;
  const paths = [...plan.paths].flatMap(([path, { to }]) => (to === path ? [] : [path]));
  const alternatives = paths.map((path) =>
    path
      .split(/\{[^}]*\}/)
      .map(escapePattern)
      .join("[^/\\s\"'`<>?#]+"),
  );
  // Where there is none, nothing matches. A dot may end a sentence.
  const pattern = new RegExp(`(?:${alternatives.join("|") || "(?!)"})(?=[\\s"'\`<>?#)\\],;|\\\\&]|\\.?(?:\\s|$))`, "g");
  patterns.set(plan, pattern);
  return pattern;
}
