import type { DocumentDiff } from "../diff/diff-documents.ts";
import { addSnippets } from "../diff/snippets.ts";
import { renderGuide } from "./render-guide.ts";

export interface Guide {
  /** `openapi/migrations/<from>--<to>.md` */
  file: string;
  text: string;
}

/** The guide for what changed between two revisions, its code compiled against both; `undefined` if nothing did. */
export function makeGuide(from: string, to: string, diff: DocumentDiff): Guide | undefined {
  if (diff.bump === "none") return undefined;
  const entries = { before: `@org/types/${from}`, after: `@org/types/${to}` };
  if (diff.types) addSnippets(diff.operations, diff.types, entries);
  return { file: `openapi/migrations/${from}--${to}.md`, text: renderGuide(from, to, diff) };
}
