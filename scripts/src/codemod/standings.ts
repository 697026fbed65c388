import { dirname, join } from "node:path/posix";
import type ts from "typescript";
import { specifierLiterals } from "../syntax/module-specifiers.ts";
import { entryOf } from "./entry.ts";
import type { Revisions } from "./migration.ts";

/**
 * Whether a file is written for the old revision. `old`: it imports its entry. `maybe`: it imports the entry without a
 * revision, which may have stood for the old one, or it imports such a file and may have its client from there.
 */
export type Standing = "old" | "maybe";

/** The standing of every file that has one, by path; paths are relative, with slashes. */
export function standings(trees: ReadonlyMap<string, ts.SourceFile>, revisions: Revisions): Map<string, Standing> {
  const specifiers = new Map(
    [...trees].map(([path, tree]) => [path, [...specifierLiterals(tree)].map(({ text }) => text)]),
  );
  const result = new Map<string, Standing>();
  const independent = new Set<string>();
  for (const [path, names] of specifiers) {
    const own = ownStanding(names, revisions);
    if (own === "other") independent.add(path);
    else if (own) result.set(path, own);
  }
  for (let size = -1; size !== result.size; ) {
    size = result.size;
    for (const [path, names] of specifiers) {
      if (result.has(path) || independent.has(path)) continue;
      if (names.some((name) => result.has(resolveRelative(path, name, trees) ?? ""))) result.set(path, "maybe");
    }
  }
  return result;
}

function ownStanding(specifiers: readonly string[], { from, to, current }: Revisions): Standing | "other" | undefined {
  const entries = specifiers.flatMap((specifier) => entryOf(specifier) ?? []);
  if (entries.length === 0) return undefined;
  const revisions = new Set(entries.filter(({ versioned }) => versioned).map(({ revision }) => revision ?? current));
  const isPlain = entries.some(({ versioned, revision }) => versioned && revision === undefined);
  if (revisions.has(from)) return revisions.size === 1 ? "old" : "maybe";
  // The user's packages may be new already while the code is not: then the entry without a revision says nothing.
  if (isPlain && current === to) return "maybe";
  return revisions.size > 0 ? "other" : "maybe";
}

const extensions = ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];

function resolveRelative(from: string, name: string, files: ReadonlyMap<string, unknown>): string | undefined {
  if (!name.startsWith(".")) return undefined;
  const target = join(dirname(from), name);
  // TypeScript's own way of writing an import: the name of the file that will be built.
  const source = target.replace(/\.([cm]?)js(x?)$/, ".$1ts$2");
  const candidates = [target, source, source.replace(/\.ts$/, ".tsx"), join(target, "index")];
  return candidates.flatMap((each) => extensions.map((extension) => each + extension)).find((each) => files.has(each));
}
