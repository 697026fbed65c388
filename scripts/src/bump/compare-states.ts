import { type DocumentDiff, diffDocuments } from "../diff/diff-documents.ts";
import { type Bump, maxBump } from "../diff/verdict.ts";
import { correctedDocument, type SpecState } from "./spec-state.ts";

/** An entry of the packages, `@org/types` or `@org/types/2026-07-15`, and what became of it. */
export interface EntryChange {
  /** Absent for the entry without a revision, which is the current one. */
  pinned?: string;
  from?: string;
  to?: string;
  bump: Bump;
  /** Absent for an entry that is new or gone. */
  comparison?: DocumentDiff;
}

/** A revision as it was released against one as it will be. */
export async function compareRevisions(
  released: SpecState,
  from: string,
  next: SpecState,
  to: string,
): Promise<DocumentDiff> {
  const [base, head] = [correctedDocument(released, from), correctedDocument(next, to)];
  if (!base || !head) return { bump: "major", operations: [], aliases: { operations: {}, schemas: {} } };
  const options = ({ settings }: SpecState) => ({ openEnums: settings.enums === "open" });
  return diffDocuments(base, head, options(next), options(released));
}

/** Every entry as it was released against what it will be: a new one is minor, one that is gone is major. */
export async function compareStates(released: SpecState, next: SpecState): Promise<EntryChange[]> {
  const [from, to] = [released.settings.current, next.settings.current];
  const current = await compareRevisions(released, from, next, to);
  const changes: EntryChange[] = [{ from, to, bump: current.bump, comparison: current }];
  const had = new Set(released.fragments.map(({ revision }) => revision));
  const has = new Set(next.fragments.map(({ revision }) => revision));
  for (const revision of [...new Set([...had, ...has])].sort()) {
    if (!had.has(revision)) changes.push({ pinned: revision, to: revision, bump: "minor" });
    else if (!has.has(revision)) changes.push({ pinned: revision, from: revision, bump: "major" });
    else {
      const comparison =
        revision === from && revision === to ? current : await compareRevisions(released, revision, next, revision);
      changes.push({ pinned: revision, from: revision, to: revision, bump: comparison.bump, comparison });
    }
  }
  return changes;
}

export function bumpOf(changes: readonly EntryChange[]): Bump {
  return maxBump(changes.map(({ bump }) => bump));
}
