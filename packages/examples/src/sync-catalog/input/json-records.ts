import { stat } from "node:fs/promises";
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { plural, type RecordType, recordTypes } from "../catalog/attributes.ts";
import { type Place, placesIn, startOf } from "../catalog/place.ts";
import type { Problem, Problems } from "../catalog/problems.ts";
import type { Entry } from "./entry.ts";
import { linesOf, type ReadingOptions, wholeTextOf } from "./file-text.ts";

/** Such a file is held in memory as long as it is read, which takes several times its size. */
const mostMegabytes = 50;

/** Reads one record a line: `{ "type": "catalog-item", "external_id": "…", … }`. */
export async function* readNdjson(file: string, problems: Problems, options?: ReadingOptions): AsyncGenerator<Entry> {
  let index = 0;
  for await (const line of linesOf(file, options)) {
    if (line.trim() !== "") {
      const located = locate(file, line, index);
      const value = parsed(located, problems);
      if (value !== undefined) yield* entryOf(value, located, [], problems);
    }
    index++;
  }
}

/** Reads `{ "categories": [], "items": [], "variants": [] }`, or one list of records with a `type` each. */
export async function* readJson(file: string, problems: Problems, options?: ReadingOptions): AsyncGenerator<Entry> {
  const megabytes = (await stat(file)).size / 1e6;
  if (megabytes > mostMegabytes) {
    const message = `the file has ${Math.ceil(megabytes)} MB, and JSON is read only up to ${mostMegabytes} MB; write NDJSON, which may have any size`;
    return problems.add(() => startOf(file), message);
  }
  const located = locate(file, await wholeTextOf(file, options));
  const value = parsed(located, problems);
  if (value === undefined) return;
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* entryOf(one, located, [index], problems);
  } else if (isObject(value)) {
    for (const [section, list] of Object.entries(value)) {
      const type = recordTypes.find((type) => plural[type] === section);
      const at = () => located.at([section]);
      if (type === undefined) problems.add(at, `'${section}' is none of categories, items, variants`);
      else if (!Array.isArray(list)) problems.add(at, `expected a list in '${section}'`);
      else for (const [index, one] of list.entries()) yield* entryOf(one, located, [section, index], problems, type);
    }
  } else problems.add(() => located.at([]), "expected an object with categories, items, variants, or a list");
}

type Path = (string | number)[];

interface Located {
  text: string;
  /** Where the value at a path stands, or what is nearest above it. */
  at(path: Path): Place;
  /** Where the text stops being JSON, and why. */
  mistake(): Problem;
  /** The names that an object has more than once, where they stand again. */
  repeatedKeys(): { key: string; place: Place }[];
}

/** The text is read a second time, by a parser that knows places, only when somebody asks for one. */
function locate(file: string, text: string, line = 0): Located {
  let tree: Node | undefined;
  const errors: ParseError[] = [];
  const placeAt = placesIn(file, text);
  const place = (offset: number): Place => {
    const place = placeAt(offset);
    return { ...place, line: place.line + line };
  };
  const read = (): Node | undefined => {
    tree ??= parseTree(text, errors, { disallowComments: true });
    return tree;
  };
  return {
    text,
    at: (path) => {
      const root = read();
      for (let depth = path.length; root && depth >= 0; depth--) {
        const node = findNodeAtLocation(root, path.slice(0, depth));
        if (node) return place(node.offset);
      }
      return place(0);
    },
    mistake: () => {
      read();
      const [error] = errors;
      // The parser's codes are such as `PropertyNameExpected`.
      const reason = error
        ? printParseErrorCode(error.error)
            .replace(/\B[A-Z]/g, " $&")
            .toLowerCase()
        : "it is empty";
      return { ...place(error?.offset ?? 0), message: `this is not JSON: ${reason}` };
    },
    repeatedKeys: () => repeatedIn(read()).map(({ value, offset }) => ({ key: value, place: place(offset) })),
  };
}

/** The value of a text, which is never `undefined` if it is JSON. */
function parsed(located: Located, problems: Problems): unknown {
  try {
    const value: unknown = JSON.parse(located.text);
    tellRepeatedKeys(value, located, problems);
    return value;
  } catch {
    const { message, ...place } = located.mistake();
    problems.add(() => place, message);
    return undefined;
  }
}

/** Of a name that is there twice, `JSON.parse` drops the first value without a word; only the number of names tells. */
function tellRepeatedKeys(value: unknown, { text, repeatedKeys }: Located, problems: Problems): void {
  if (keysInText(text) === keysIn(value)) return;
  for (const { key, place } of repeatedKeys())
    problems.add(() => place, `'${key}' is there already in the same object`);
}

function keysIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const values = Object.values(value);
  return values.reduce((sum, one) => sum + keysIn(one), Array.isArray(value) ? 0 : values.length);
}

const afterKey = /\s*:/y;

/** Goes from quote to quote of a text that is JSON, which takes little time beside parsing it. */
function keysInText(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start >= 0; ) {
    const end = endOfString(text, start);
    afterKey.lastIndex = end + 1;
    if (afterKey.test(text)) count++;
    start = text.indexOf('"', end + 1);
  }
  return count;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) return end;
  }
}

function repeatedIn(node: Node | undefined): Node[] {
  const names = new Set<unknown>();
  return (node?.children ?? []).flatMap((child) => {
    const key = child.type === "property" ? child.children?.[0] : undefined;
    const isRepeated = key !== undefined && names.has(key.value);
    names.add(key?.value);
    return [...(isRepeated ? [key] : []), ...repeatedIn(child)];
  });
}

function* entryOf(
  value: unknown,
  located: Located,
  path: Path,
  problems: Problems,
  section?: RecordType,
): Generator<Entry> {
  const at = (field?: string): Place => located.at(field === undefined ? path : [...path, field]);
  if (!isObject(value)) return problems.add(at, "expected an object, a record");
  const { type = section, error, ...values } = value;
  const known = recordTypes.find((one) => one === type);
  // An errors file says of each of its records why it failed, and where it came from.
  if (known !== undefined) yield { type: known, at, ...(error === undefined ? { values } : leftover(values)) };
  else problems.add(() => at("type"), `expected as its 'type' one of ${recordTypes.join(", ")}`);
}

function leftover({ source, ...values }: Record<string, unknown>): Pick<Entry, "values" | "leftover" | "source"> {
  return { values, leftover: true, source: typeof source === "string" ? source : undefined };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
