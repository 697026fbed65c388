import type ts from "typescript";
import { compareProperties } from "./compare-properties.ts";
import { compareScalars } from "./compare-scalars.ts";
import { compareVariants } from "./compare-variants.ts";
import type { Comparison, Findings, OperationComparison, TypeDifference } from "./comparison.ts";
import { fitsRelation, pairKey } from "./fits.ts";
import { pairGraph } from "./pair-graph.ts";
import { type TypeRule, typeRules } from "./rules.ts";
import { typeParts } from "./type-parts.ts";

/** How the types of all operations are compared: what a program sends, and what it gets. */
export type TypeComparisons = Record<Comparison["direction"], TypeComparison>;

export interface TypeComparison extends Comparison {
  /** A comparison for one operation; it knows what earlier ones learned of pairs of objects. */
  ofOperation(): OperationComparison;
}

/**
 * Compares types with the compiler, pair by pair: what can be assigned, which properties exist, what may be left out.
 */
export function typeComparison(checker: ts.TypeChecker, direction: Comparison["direction"]): TypeComparison {
  const isObject = (type: ts.Type) => typeParts(checker, type).objects[0] === type;
  const look = (before: ts.Type, after: ts.Type, findings: Findings) => {
    if (isObject(before) && isObject(after)) compareProperties(comparison, before, after, findings);
    else walk(comparison, before, after, [], findings);
  };
  const comparison: Comparison = {
    checker,
    direction,
    walk: (before, after, path, findings) => walk(comparison, before, after, path, findings),
    assignable: (source, target) => source === target || checker.isTypeAssignableTo(source, target),
    fits: fitsRelation((before, after, fits) => {
      let answer = true;
      look(before, after, {
        lists: new Set(),
        report({ rule }) {
          if (typeRules[rule][direction] === "major") answer = false;
        },
        objects(a, b) {
          if (answer && !fits(a, b)) answer = false;
        },
      });
      return answer;
    }),
  };
  const graph = pairGraph<[ts.Type, ts.Type], TypeDifference>(
    ([before, after]) => pairKey(before, after),
    ([before, after], { found, below }) => {
      look(before, after, {
        lists: new Set(),
        report: (difference) => found({ ...difference, holder: { before, after, path: difference.path } }),
        objects: (a, b, path) => below([a, b], path),
      });
    },
  );
  return {
    ...comparison,
    ofOperation() {
      const met = new Set<unknown>();
      return {
        ...comparison,
        compare(before, after, start, report) {
          const objects = (a: ts.Type, b: ts.Type, steps: readonly string[]) => {
            for (const { found, path } of graph.collect([a, b], steps, met)) {
              report({ ...found, path: [...path, ...found.path] });
            }
          };
          walk(comparison, before, after, start, { lists: new Set(), report, objects });
        },
      };
    },
  };
}

function walk(
  comparison: Comparison,
  before: ts.Type,
  after: ts.Type,
  path: readonly string[],
  findings: Findings,
): void {
  if (before === after) return;
  const { checker } = comparison;
  const old = typeParts(checker, before);
  const now = typeParts(checker, after);
  const changed = (rule: TypeRule) => findings.report({ rule, path, old: before, new: after });

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

  if (old.scalars.length > 0 && now.scalars.length > 0) {
    compareScalars(comparison, before, after, path, findings.report);
  }
  const elementOf = (array: ts.Type) => checker.getTypeArguments(array as ts.TypeReference)[0] as ts.Type;
  compareVariants(comparison, old.arrays, now.arrays, path, findings.report, (a, b) => {
    const key = pairKey(a, b);
    if (findings.lists.has(key)) return;
    findings.lists.add(key);
    comparison.walk(elementOf(a), elementOf(b), [...path, "[]"], findings);
    findings.lists.delete(key);
  });
  compareVariants(comparison, old.objects, now.objects, path, findings.report, (a, b) => {
    findings.objects(a, b, path);
  });
}
