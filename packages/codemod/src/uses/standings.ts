import type { Plan } from "../migration/plan.ts";
import type { Project } from "../project/project.ts";
import { specifierLiterals } from "../syntax/module-specifiers.ts";
import type { Entry } from "./entry.ts";
import { entriesIn } from "./entry-literals.ts";

/**
 * Which revision a file is written for. `old`: it names the entry of the old one. `new`: it names that of the new one,
 * as after a first run. `maybe`: it names the entry without a revision, which may have stood for the old one, or it
 * imports a file that is about the API and may have its client from there.
 */
export type Standing = "old" | "new" | "maybe";

type Revisions = Pick<Plan, "from" | "to" | "current" | "unpin">;

/** The standing of every file that has one, by path; `other` is a file for a third revision, which is none of ours. */
export function standings({ trees, resolve }: Project, revisions: Revisions): Map<string, Standing | "other"> {
  const result = new Map<string, Standing | "other">();
  const importers = new Map<string, string[]>();
  for (const [path, tree] of trees) {
    const own = ownStanding(entriesIn(tree), revisions);
    if (own) result.set(path, own);
    for (const { text } of specifierLiterals(tree)) {
      const target = resolve(path, text);
      if (target !== undefined) importers.set(target, [...(importers.get(target) ?? []), path]);
    }
  }
  const left = [...result].flatMap(([path, standing]) => (standing === "other" ? [] : [path]));
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    for (const importer of importers.get(path) ?? []) {
      if (result.has(importer)) continue;
      result.set(importer, "maybe");
      left.push(importer);
    }
  }
  return result;
}

function ownStanding(entries: readonly Entry[], revisions: Revisions): Standing | "other" | undefined {
  const { from, to, current, unpin } = revisions;
  if (entries.length === 0) return undefined;
  const versioned = entries.filter((entry) => entry.versioned);
  const named = new Set(versioned.map(({ revision }) => revision ?? current));
  if (named.has(from)) return named.size === 1 ? "old" : "maybe";
  // The user's packages may be new already while the code is not: then the entry without a revision says nothing. Who
  // gives up pinning says that it was the old code that named a revision.
  const isUncertain = !unpin && versioned.some(({ revision }) => revision === undefined);
  if (named.has(to)) return isUncertain || named.size > 1 ? "maybe" : "new";
  return named.size > 0 ? "other" : "maybe";
}
