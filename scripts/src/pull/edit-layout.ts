import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CollectionTag,
  Document,
  isMap,
  isScalar,
  parseDocument,
  type Tags,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { OpenApiDocument } from "../document/openapi.ts";
import { parseSpec } from "../document/read-document.ts";
import { SpecError } from "../document/spec-error.ts";
import { compareStructure } from "../lint/compare-structure.ts";
import { runProcess } from "../workspace/run-process.ts";
import { writeFiles } from "../workspace/write-files.ts";
import { editDocument } from "./edit-document.ts";
import { findRenames } from "./find-renames.ts";
import { shareParameters } from "./share-parameters.ts";
import { sliceDocument } from "./slice-document.ts";

/**
 * The text of a fragment, edited so that it has the structure of `pulled`: what is the same keeps its order, comments,
 * anchors, words and layout. Rewrites the parameters of `pulled` to be shared as those of the fragment are.
 *
 * @param info Words of `info` that take the place of the fragment's.
 */
export async function editLayout(
  text: string,
  former: OpenApiDocument,
  pulled: OpenApiDocument,
  info: Readonly<Record<string, string>> = {},
): Promise<string> {
  shareParameters(pulled, former);
  // Without the parameters that nothing refers to any more.
  const sliced = sliceDocument(pulled, () => true);
  const wanted = { ...sliced, info: { ...sliced.info, ...info } };
  const document = parseDocument(text, dialect);
  // JSON has no layout that a person chose.
  if (isMap(document.contents) && document.contents.flow) return render(wanted);
  const before = print(document);
  for (const { path, from, to } of findRenames(wanted, former)) renameKey(document.getIn(path), from, to);
  for (const [word, value] of Object.entries(info)) document.setIn(["info", word], value);
  editDocument(document, wanted);
  const after = print(document);
  const merged = await merge(text, before, after);
  return merged !== undefined && isSound(merged, wanted) ? merged : after;
}

/** YAML 1.1 readers take an unquoted 2026-07-15 for a date and `on` for true, so such strings are quoted. */
const dialect = { compat: "yaml-1.1", customTags: padMaps } as const;

/** The text of a fragment that nobody has laid out yet. */
export function render(document: OpenApiDocument): string {
  return print(new Document(document, { ...dialect, aliasDuplicateObjects: false }));
}

function print(document: Document): string {
  return document.toString({ lineWidth: 120 });
}

function renameKey(map: unknown, from: string, to: string): void {
  const key = isMap(map) && map.items.find(({ key }) => isScalar(key) && key.value === from)?.key;
  if (isScalar(key)) key.value = to;
}

type Context = NonNullable<Parameters<YAMLMap["toString"]>[0]>;

/** `{ a: 1 }`, but `[1]`: the printer of `yaml` has one padding for both, and its types hide that a tag can print. */
function padMaps(tags: Tags): Tags {
  return tags.map((tag) => {
    if (typeof tag === "string" || !tag.collection) return tag;
    const flowCollectionPadding = tag.collection === "map" ? " " : "";
    const stringify = (node: YAMLMap | YAMLSeq, context: Context, ...callbacks: (() => void)[]) =>
      node.toString({ ...context, flowCollectionPadding }, ...callbacks);
    return { ...tag, stringify } as object as CollectionTag;
  });
}

/**
 * The text with what changed between two printed forms of it. The printer's idea of layout is not a person's; where the
 * two cannot be told apart, the printed lines win. `undefined` where git is missing.
 */
async function merge(text: string, before: string, after: string): Promise<string | undefined> {
  if (text === before) return after;
  const folder = await mkdtemp(join(tmpdir(), "spec-pull-"));
  try {
    const files = new Map(Object.entries({ text, before, after }));
    await writeFiles(folder, files);
    const { code, stdout } = await runProcess("git", ["merge-file", "-p", "--theirs", ...files.keys()], {
      cwd: folder,
    });
    return code === 0 ? stdout : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lines that were put together may say something else, or nothing at all. */
function isSound(text: string, wanted: OpenApiDocument): boolean {
  try {
    return isSameStructure(parseSpec(text, "").document, wanted);
  } catch (error) {
    if (error instanceof SpecError) return false;
    throw error;
  }
}

/** The same operations with the same structure. */
export function isSameStructure(one: OpenApiDocument, other: OpenApiDocument): boolean {
  return compareStructure(one, other, () => true).length === 0;
}
