import { readFile, stat } from "node:fs/promises";
import { CORE_SCHEMA, load, mergeTag, YAMLException } from "js-yaml";
import { checkDocument } from "./check-document.ts";
import { lineOf } from "./line-of.ts";
import type { OpenApiDocument } from "./openapi.ts";
import { refuseConflicts } from "./refuse-conflicts.ts";
import { separateAliases } from "./separate-aliases.ts";
import { SpecError } from "./spec-error.ts";

/** The whole Klaviyo API is 3 MB; past this a file is taken for a mistake rather than for a document. */
const maxMegabytes = 20;

/** As deep as `checkDocument` goes and one more, so that it is the one to say that a document is too deep. */
const maxDepth = 202;

const schema = CORE_SCHEMA.withTags(mergeTag);

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
export function parseSpec(source: string, file: string): SpecDocument {
  const text = source.replace(/^\uFEFF/, "");
  refuseConflicts(text, file);
  const locate = (pointer: string) => `${file}:${lineOf(text, pointer)}`;
  return { file, text, document: checkDocument(parse(text, file), locate), locate };
}

/** YAML may begin with a brace, too; but what looks like JSON gets the messages about JSON. */
function parse(text: string, file: string): unknown {
  const looksLikeJson = /^\s*\{\s*("|\}|$)/.test(text);
  return looksLikeJson ? parseJson(text, file) : parseYaml(text, file);
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

/** With js-yaml, because `yaml` takes five times as long for a large document; `yaml` knows where everything stands. */
function parseYaml(text: string, file: string): unknown {
  try {
    return separateAliases(load(text, { schema, maxDepth }), text, file);
  } catch (error) {
    if (error instanceof YAMLException) {
      throw new SpecError(`${file}:${(error.mark?.line ?? 0) + 1}: not valid YAML: ${error.reason}`);
    }
    if (error instanceof RangeError) throw new SpecError(`${file}:1: not usable YAML: it is nested too deeply`);
    throw error;
  }
}
