import type { DocumentDiff } from "../diff/diff-documents.ts";
import { addSnippets } from "../diff/snippets.ts";
import type { Verdict } from "../diff/verdict.ts";
import type { Aliases } from "../generate/aliases.ts";
import { guideFile } from "./guide-name.ts";
import { renderGuide } from "./render-guide.ts";

export interface Guide {
  /** As {@link guideFile} has it. */
  file: string;
  text: string;
}

/**
 * The guide for what changed between two revisions, its code compiled against both; `undefined` where programs need no
 * change. `offered` are the former names that the types of `to` go on offering.
 */
export function makeGuide(from: string, to: string, diff: DocumentDiff, offered: Aliases): Guide | undefined {
  if (!needsMigration(diff)) return undefined;
  const entries = { before: `@org/types/${from}`, after: `@org/types/${to}` };
  if (diff.types) addSnippets(diff.operations, diff.types, entries);
  return { file: guideFile(from, to), text: renderGuide(from, to, diff, offered) };
}

/** Whether there is something to do for a program: to go on working, or to use no name that is deprecated. */
function needsMigration({ bump, operations, aliases }: Verdict): boolean {
  return bump === "major" || operations.some(({ former }) => former) || Object.keys(aliases.schemas).length > 0;
}
