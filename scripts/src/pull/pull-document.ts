import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { stringify } from "yaml";
import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { parseSpec, readDocument, type SpecDocument } from "../document/read-document.ts";
import { SpecError } from "../document/spec-error.ts";
import { type FragmentSettings, readSettings } from "../generate/fragments.ts";
import { compareStructure } from "../lint/compare-structure.ts";
import { carryWords } from "./carry-words.ts";
import { type FetchTextOptions, fetchText } from "./fetch-text.ts";
import { orderDocument } from "./order-document.ts";
import { selectOperations, selectServed } from "./select-operations.ts";
import { sliceDocument } from "./slice-document.ts";

export interface PullOptions extends FetchTextOptions {
  /** File or URL. @default upstream of `fragment.yaml` */
  from?: string;
  /** Where a file is that the user named. */
  path(name: string): string;
  /** @default now */
  date?: Date;
}

export interface Pulled {
  /** `openapi/<revision>.yaml` */
  file: string;
  /** What the file should hold; as it is, when nothing is new. */
  text: string;
  state: "new" | "changed" | "unchanged";
  source: string;
  selected: number;
  total: number;
  /** Operations with a tag of a selected one that are not selected themselves. */
  unselected: OperationEntry[];
}

/** Reads a published document and makes the fragment of it that `fragment.yaml` selects. Writes nothing. */
export async function pullDocument(root: string, revision: string, options: PullOptions): Promise<Pulled> {
  if (!/^\d{4}-\d{2}-\d{2}(\.pre)?$/.test(revision)) {
    throw new SpecError(
      `a revision is a date such as 2026-07-15, with .pre for a beta; got ${JSON.stringify(revision)}`,
    );
  }
  const settings = await readSettings(root);
  const upstream = await readUpstream(settings, revision, options);
  const { document, file: source } = upstream;
  const version = document.info?.version;
  if (version !== revision) {
    const place = upstream.locate("/info/version");
    throw new SpecError(`${place}: the document is of revision ${JSON.stringify(version)}, not "${revision}"`);
  }
  const file = `openapi/${revision}.yaml`;
  const existing = await readExisting(root, file);
  const words = existing ?? (await readExisting(root, `openapi/${settings.current}.yaml`));
  const select = selectServed(selectOperations(settings.select), words && formerOf(words, settings));
  const operations = [...listOperations(document)];
  const selected = operations.filter(select);
  if (selected.length === 0) {
    throw new SpecError(`${source}: openapi/fragment.yaml selects none of its ${operations.length} operations`);
  }
  const fragment = orderDocument(sliceDocument(document, select));
  if (words) carryWords(fragment, words.document);
  const tags = new Set(selected.flatMap(({ operation }) => operation.tags ?? []));
  const pulled = {
    file,
    source,
    selected: selected.length,
    total: operations.length,
    unselected: operations.filter(
      (entry) => !select(entry) && (entry.operation.tags ?? []).some((tag) => tags.has(tag)),
    ),
  };
  if (existing && isSame(existing.document, fragment)) return { ...pulled, text: existing.text, state: "unchanged" };
  const header = headerOf(pulled, revision, upstream.text, options.date ?? new Date()) + selectionLine(settings);
  return { ...pulled, text: header + render(fragment), state: existing ? "changed" : "new" };
}

async function readUpstream(
  { upstream }: FragmentSettings,
  revision: string,
  { from, path, ...options }: PullOptions,
): Promise<SpecDocument> {
  const source = from ?? upstream?.document?.replaceAll("{revision}", revision);
  if (!source) throw new SpecError("openapi/fragment.yaml: `upstream.document` must say where documents are published");
  if (/^https?:\/\//.test(source)) return parseSpec(await fetchText(source, options), source);
  if (/^[a-z][a-z+.-]+:\/\//i.test(source))
    throw new SpecError(`${source}: only http and https URLs and files are read`);
  const file = from ? path(source) : source;
  return readDocument(relative(process.cwd(), file) || file);
}

async function readExisting(root: string, file: string): Promise<SpecDocument | undefined> {
  const text = await readFile(join(root, file), "utf8").catch(() => undefined);
  return text === undefined ? undefined : parseSpec(text, relative(process.cwd(), join(root, file)));
}

/** The same operations with the same structure: then a file that was written by hand stays as it is. */
function isSame(existing: OpenApiDocument, fragment: OpenApiDocument): boolean {
  return compareStructure(existing, fragment, () => true).length === 0;
}

/** Says by which selection a fragment was sliced, so that the next pull sees whether somebody changed it. */
function selectionLine({ select }: FragmentSettings): string {
  return `# select: ${JSON.stringify(select)}\n`;
}

function formerOf({ text, document }: SpecDocument, settings: FragmentSettings) {
  return { document, isSameSelection: text.includes(selectionLine(settings)) };
}

function headerOf(pulled: Omit<Pulled, "text" | "state">, revision: string, text: string, date: Date): string {
  const sha256 = createHash("sha256").update(text).digest("hex");
  // A path of this machine means nothing on another one.
  const source = /^https?:/.test(pulled.source) ? pulled.source : pulled.source.split("/").at(-1);
  return `# Klaviyo's API at revision ${revision}, as far as fragment.yaml selects it: ${pulled.selected} of ${pulled.total} operations.
# Written by \`pnpm spec:pull ${revision}\`: structure is upstream's and is replaced by the next pull, our words are kept.
# source: ${source}
# sha256: ${sha256}
# date: ${date.toISOString().slice(0, 10)}
`;
}

function render(document: OpenApiDocument): string {
  // YAML 1.1 readers take 2026-07-15 for a date and `on` for a truth: quoted, nobody does.
  return stringify(document, { lineWidth: 120, aliasDuplicateObjects: false, compat: "yaml-1.1" });
}
