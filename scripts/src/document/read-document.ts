import { readFile, stat } from "node:fs/promises";
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document as YamlDocument,
} from "yaml";
import { checkDocument } from "./check-document.ts";
import { fromPointer } from "./json-pointer.ts";
import type { OpenApiDocument } from "./openapi.ts";
import { SpecError } from "./spec-error.ts";

/** The whole Klaviyo API is 3 MB; past this a file is taken for a mistake rather than for a document. */
const maxMegabytes = 20;

/** Enough for shared YAML nodes, far too little for a document that unfolds into billions. */
const maxAliasCount = 1_000;

export interface SpecDocument {
  /** As the user named it, for messages. */
  file: string;
  text: string;
  document: OpenApiDocument;
  /** `file:line` of a JSON pointer, for messages. */
  locate(pointer: string): string;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document, YAML or JSON, and checks what every later step relies on.
 *
 * @throws SpecError naming file and line when the file is not such a document
 */
export async function readDocument(file: string): Promise<SpecDocument> {
  const text = await readText(file);
  return parseSpec(text, file);
}

/** As {@link readDocument}, for a text that is already here; `file` is only named in messages. */
export function parseSpec(text: string, file: string): SpecDocument {
  const value = text.trimStart().startsWith("{") ? parseJson(text, file) : parseYaml(text, file);
  const locate = (pointer: string) => `${file}:${lineOf(text, pointer)}`;
  return { file, text, document: checkDocument(value, locate), locate };
}

async function readText(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > maxMegabytes * 1024 * 1024) {
      const megabytes = Math.round(size / 1024 / 1024);
      throw new SpecError(
        `${file}: the file is ${megabytes} MB and at most ${maxMegabytes} MB are read; slice it to the operations you need`,
      );
    }
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof SpecError) throw error;
    throw new SpecError(`${file}: cannot be read: ${(error as Error).message}`);
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const position = /position (\d+)/.exec(message)?.[1];
    const line = position ? text.slice(0, Number(position)).split("\n").length : text.split("\n").length;
    throw new SpecError(`${file}:${line}: not valid JSON: ${message}`);
  }
}

function parseYaml(text: string, file: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, merge: false });
  const [problem] = document.errors;
  if (problem) {
    throw new SpecError(`${file}:${lineCounter.linePos(problem.pos[0]).line}: not valid YAML: ${problem.message}`);
  }
  try {
    // Through JSON, because every alias of an anchor would else be the same object, and a change in one place a change in all.
    return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount })) ?? "null");
  } catch (error) {
    const reason = error instanceof ReferenceError ? "its aliases unfold into too much" : "an alias contains itself";
    throw new SpecError(`${file}:1: not usable YAML: ${reason}; write the repeated part out, or as a component`);
  }
}

/** Parses the text a second time, keeping positions: only errors need lines, and they can wait. */
function lineOf(text: string, pointer: string): number {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  return lineCounter.linePos(offsetOf(document, fromPointer(pointer))).line || 1;
}

function offsetOf(document: YamlDocument.Parsed, path: string[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const segment of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === segment);
      if (isNode(pair?.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      if (isNode(node)) offset = node.range?.[0] ?? offset;
    } else {
      break;
    }
  }
  return offset;
}
