import { createHash } from "node:crypto";
import type { FragmentSettings } from "../generate/fragments.ts";

/** Where a fragment is from, said by comments at its top. */
export interface Provenance {
  revision: string;
  /** As the user named it: a file or a URL. */
  source: string;
  /** The published document. */
  text: string;
  selected: number;
  total: number;
  select: FragmentSettings["select"];
  date: Date;
}

/** The comments and empty lines before a document, and the document. */
export function splitHeader(text: string): [header: string, body: string] {
  const [header = ""] = /^(?:[ \t]*(?:#.*)?\r?\n)*/.exec(text) ?? [];
  return [header, text.slice(header.length)];
}

export function newHeader(provenance: Provenance): string {
  const { revision } = provenance;
  const intro = `# Klaviyo's API at revision ${revision}, as far as fragment.yaml selects it.
# \`pnpm spec:pull ${revision}\` keeps its structure upstream's; words, comments, order and layout are ours and stay.
`;
  return renewHeader(intro, provenance);
}

/** What people wrote stays; what a pull knows better is replaced. */
export function renewHeader(header: string, provenance: Provenance): string {
  const { source, text, selected, total, date } = provenance;
  const facts = [
    // A path of this machine means nothing on another one.
    `# source: ${/^https?:/.test(source) ? source : source.split("/").at(-1)}`,
    `# sha256: ${createHash("sha256").update(text).digest("hex")}`,
    `# date: ${date.toISOString().slice(0, 10)}`,
    `# operations: ${selected} of ${total}`,
    selectionLine(provenance),
  ];
  return facts.reduce((lines, fact) => {
    const former = new RegExp(`^${fact.slice(0, fact.indexOf(":") + 1)}.*$`, "m");
    if (former.test(lines)) return lines.replace(former, () => fact);
    return lines === "" ? `${fact}\n` : lines.replace(/\n+$/, (end) => `\n${fact}${end}`);
  }, header);
}

/** Whether a fragment was sliced by this selection, or somebody has changed it since. */
export function hasSelection(text: string, settings: Pick<FragmentSettings, "select">): boolean {
  return splitHeader(text)[0].includes(`${selectionLine(settings)}\n`);
}

function selectionLine({ select }: Pick<FragmentSettings, "select">): string {
  return `# select: ${JSON.stringify(select)}`;
}
