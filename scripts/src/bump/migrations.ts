import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentDiff } from "../diff/diff-documents.ts";
import { guideFile, readGuideName } from "../migrate/guide-name.ts";
import { makeGuide } from "../migrate/make-guide.ts";
import type { Files } from "../workspace/write-files.ts";
import { compareRevisions, type EntryChange } from "./compare-states.ts";
import { offeredAliases, type SpecState } from "./spec-state.ts";

/** The way of a program from one revision to another, or from a revision to what is published under its name now. */
export interface Migration {
  from: string;
  to: string;
  /** Where its guide is. */
  guide: string;
  comparison: DocumentDiff;
  /** Whether it is here only because its guide is there already, and may read otherwise now. */
  isRewritten: boolean;
}

/**
 * The migrations that a bump of `revision` is about: of every entry that changed, to a new revision that may become the
 * current one, of every older entry to one that does, and those whose guide is there already. A revision that was
 * published again is compared with itself as it was released; two revisions are compared as they will be, as
 * `pnpm spec:diff` compares them.
 */
export async function migrationsOf(
  root: string,
  revision: string,
  released: SpecState,
  next: SpecState,
  changes: readonly EntryChange[],
): Promise<Migration[]> {
  const migrations = new Map<string, Migration>();
  const version = await releasedVersion(root);
  for (const { from, to, comparison } of changes) {
    if (from !== undefined && from === to && comparison) {
      const guide = guideFile(from, to, version);
      migrations.set(guide, { from, to, guide, comparison, isRewritten: false });
    }
  }
  const compare = async (from: string, to: string, isRewritten: boolean) => {
    const guide = guideFile(from, to);
    if (migrations.has(guide)) return;
    migrations.set(guide, { from, to, guide, comparison: await compareRevisions(next, from, next, to), isRewritten });
  };
  for (const { from, to } of changes) if (from && to && from !== to) await compare(from, to, false);
  const isNew = changes.some(({ pinned, from }) => pinned === revision && from === undefined);
  if (isNew && revision > released.settings.current) await compare(released.settings.current, revision, false);
  // Who imports a pinned entry comes to the new current one from there, which is what the READMEs show.
  const isCurrentNext = next.settings.current === revision && released.settings.current !== revision;
  const older = next.fragments.filter((fragment) => isCurrentNext && fragment.revision < revision);
  for (const { revision: pinned } of older) await compare(pinned, revision, false);
  const known = new Set(next.fragments.map((fragment) => fragment.revision));
  for (const [from, to] of await writtenGuides(root)) {
    if (from !== to && [from, to].includes(revision) && known.has(from) && known.has(to)) await compare(from, to, true);
  }
  return [...migrations.values()];
}

/** From and to of the guides that are there. */
export async function writtenGuides(root: string): Promise<[from: string, to: string][]> {
  const folder = join("openapi", "migrations");
  const guides: [string, string][] = [];
  for (const name of (await readdir(join(root, folder)).catch(() => [])).sort()) {
    const guide = readGuideName(name);
    if (guide) guides.push([guide.from, guide.to]);
  }
  return guides;
}

/** The guides of these migrations, and no file for those that ask nothing of a program. */
export function planGuides(migrations: readonly Migration[], next: SpecState): Files {
  return new Map(
    migrations.flatMap(({ from, to, guide: file, comparison }): [string, string | undefined][] => {
      const guide = makeGuide(from, to, comparison, offeredAliases(next, to));
      return [[file, guide?.text]];
    }),
  );
}

/** The version in which the packages, which share one, were last released: it is raised only when a release is made. */
async function releasedVersion(root: string): Promise<string> {
  const { version = "0.0.0" } = JSON.parse(await readFile(join(root, "packages", "types", "package.json"), "utf8"));
  return version;
}
