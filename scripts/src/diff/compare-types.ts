import type ts from "typescript";
import { compareProperties } from "./compare-properties.ts";
import { compareScalars } from "./compare-scalars.ts";
import { compareVariants } from "./compare-variants.ts";
import type { Comparison, Report } from "./comparison.ts";
import { type TypeRule, typeRules } from "./rules.ts";
import { typeParts } from "./type-parts.ts";

/**
 * Compares types with the compiler, pair by pair: what can be assigned, which properties exist, what may be left out.
 * A pair that was found equal is not walked again, nor is one that is being walked: recursive types end there.
 */
export function typeComparison(checker: ts.TypeChecker, direction: Comparison["direction"]): Comparison {
  const equal = new Set<string>();
  const walking = new Map<string, number>();
  const verdicts = new Map<string, boolean>();
  let shallowestAssumption = Number.POSITIVE_INFINITY;

  const comparison: Comparison = {
    checker,
    direction,
    assignable: (source, target) => source === target || checker.isTypeAssignableTo(source, target),
    fits(before, after) {
      const key = keyOf(before, after);
      const known = verdicts.get(key);
      if (known !== undefined) return known;
      const outer = shallowestAssumption;
      shallowestAssumption = Number.POSITIVE_INFINITY;
      let fits = true;
      comparison.compare(before, after, [], ({ rule }) => {
        if (typeRules[rule][direction] === "major") fits = false;
      });
      // Inside a recursive type a yes may rest on the assumption that the outer pair fits, and is not kept.
      if (!fits || shallowestAssumption >= walking.size) verdicts.set(key, fits);
      shallowestAssumption = Math.min(outer, shallowestAssumption);
      return fits;
    },
    compare(before, after, path, report) {
      const key = keyOf(before, after);
      if (before === after || equal.has(key)) return;
      const assumed = walking.get(key);
      if (assumed !== undefined) {
        shallowestAssumption = Math.min(shallowestAssumption, assumed);
        return;
      }
      const depth = walking.size;
      walking.set(key, depth);
      let differs = false;
      walk(comparison, before, after, path, (difference) => {
        differs = true;
        report(difference);
      });
      walking.delete(key);
      if (!differs && shallowestAssumption >= depth) equal.add(key);
      if (shallowestAssumption >= depth) shallowestAssumption = Number.POSITIVE_INFINITY;
    },
  };
  return comparison;
}

function walk(comparison: Comparison, before: ts.Type, after: ts.Type, path: readonly string[], report: Report): void {
  const { checker } = comparison;
  const old = typeParts(checker, before);
  const now = typeParts(checker, after);
  const changed = (rule: TypeRule) => report({ rule, path, old: before, new: after });

  if (old.anything || now.anything) {
    if (!old.anything) changed("type-widened");
    else if (!now.anything) changed("type-narrowed");
    return;
  }
  if (old.null !== now.null) changed(now.null ? "nullable-added" : "nullable-removed");

  const kinds = ["scalars", "arrays", "objects"] as const;
  const gone = kinds.some((kind) => old[kind].length > 0 && now[kind].length === 0);
  const come = kinds.some((kind) => old[kind].length === 0 && now[kind].length > 0);
  if (gone || come) changed(gone && come ? "type-changed" : gone ? "type-narrowed" : "type-widened");

  if (old.scalars.length > 0 && now.scalars.length > 0) compareScalars(comparison, before, after, path, report);
  const elementOf = (array: ts.Type) => checker.getTypeArguments(array as ts.TypeReference)[0] as ts.Type;
  compareVariants(comparison, old.arrays, now.arrays, path, report, (a, b, to) =>
    comparison.compare(elementOf(a), elementOf(b), [...path, "[]"], to),
  );
  compareVariants(comparison, old.objects, now.objects, path, report, (a, b, to) => {
    // A member of a union is a pair of its own, or a recursive property (`Thing | undefined`) would be walked twice.
    if (a === before && b === after) compareProperties(comparison, a, b, path, to);
    else comparison.compare(a, b, path, to);
  });
}

/** Types have ids, though the compiler's declarations keep them to themselves. */
function keyOf(before: ts.Type, after: ts.Type): string {
  return `${(before as ts.Type & { id: number }).id} ${(after as ts.Type & { id: number }).id}`;
}
