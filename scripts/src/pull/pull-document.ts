import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import { parseSpec, readDocument, type SpecDocument } from "../document/read-document.ts";
import { SpecError } from "../document/spec-error.ts";
import { type FragmentSettings, listFragments, readSettings } from "../generate/fragments.ts";
import { count } from "../workspace/count.ts";
import { carryWords } from "./carry-words.ts";
import { editLayout, isSameStructure, render } from "./edit-layout.ts";
import { type FetchTextOptions, fetchText } from "./fetch-text.ts";
import { hasSelection, newHeader, renewHeader, splitHeader } from "./fragment-header.ts";
import { haveSameTags, nameSelection } from "./name-selection.ts";
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
  const former = existing ?? (await readNearest(root, revision));
  const isSameSelection = former !== undefined && hasSelection(former.text, settings);
  const select = selectServed(
    selectOperations(settings.select),
    former && { document: former.document, isSameSelection },
  );
  const operations = [...listOperations(document)];
  const selected = operations.filter(select);
  if (selected.length === 0) {
    throw new SpecError(
      `${source}: openapi/fragment.yaml selects none of its ${count(operations.length, "operation")}`,
    );
  }
  const fragment = orderDocument(sliceDocument(document, select));
  if (former) carryWords(fragment, former.document);
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
  const provenance = { ...pulled, ...settings, revision, text: upstream.text, date: options.date ?? new Date() };
  if (!former) return { ...pulled, text: newHeader(provenance) + render(fragment), state: "new" };
  if (existing && isSameStructure(existing.document, fragment)) {
    return { ...pulled, text: existing.text, state: "unchanged" };
  }
  const [header, body] = splitHeader(former.text);
  const isAsNamed = haveSameTags(former.document, fragment);
  const edited = await editLayout(body, former.document, fragment, isAsNamed ? {} : nameSelection(fragment));
  return existing && isAsNamed
    ? { ...pulled, text: renewHeader(header, provenance) + edited, state: "changed" }
    : { ...pulled, text: newHeader(provenance) + edited, state: existing ? "changed" : "new" };
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

/** The fragment of the revision that is closest in time: the one that has most in common with a new one. */
async function readNearest(root: string, revision: string): Promise<SpecDocument | undefined> {
  const distance = (name: string) => Math.abs(Date.parse(name.slice(0, 10)) - Date.parse(revision.slice(0, 10)));
  const [nearest] = (await listFragments(root)).sort((a, b) => distance(a) - distance(b));
  return nearest === undefined ? undefined : readExisting(root, `openapi/${nearest}`);
}
