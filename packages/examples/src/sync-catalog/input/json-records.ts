import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { plural, type RecordType, recordTypes } from "../catalog/attributes.ts";
import { type Place, type Problem, placeAt } from "../catalog/place.ts";
import type { Entries, Entry } from "./entry.ts";

/** Reads one record a line: `{ "type": "catalog-item", "external_id": "…", … }`. */
export function readNdjson(file: string, text: string): Entries {
  const lines = text.split("\n").map((line, index) => readJsonLine(file, line, index));
  return merged(lines);
}

function readJsonLine(file: string, line: string, index: number): Entries {
  if (line.trim() === "") return { entries: [], problems: [] };
  const located = locate(file, line, index);
  const { value, problem } = parsed(located);
  return problem ? { entries: [], problems: [problem] } : entryOf(value, located, []);
}

/** Reads `{ "categories": [], "items": [], "variants": [] }`, or one list of records with a `type` each. */
export function readJson(file: string, text: string): Entries {
  const located = locate(file, text);
  const { value, problem } = parsed(located);
  if (problem) return { entries: [], problems: [problem] };
  if (Array.isArray(value)) return merged(value.map((one, index) => entryOf(one, located, [index])));
  if (!isObject(value))
    return refused(located.at([]), "expected an object with categories, items, variants, or a list");
  const parts = Object.entries(value).map(([section, list]) => {
    const type = recordTypes.find((type) => plural[type] === section);
    if (type === undefined)
      return refused(located.at([section]), `'${section}' is none of categories, items, variants`);
    if (!Array.isArray(list)) return refused(located.at([section]), `expected a list in '${section}'`);
    return merged(list.map((one, index) => entryOf(one, located, [section, index], type)));
  });
  return merged(parts);
}

type Path = (string | number)[];

interface Located {
  text: string;
  /** Where the value at a path stands, or what is nearest above it. */
  at(path: Path): Place;
  /** Where the text stops being JSON, and why. */
  mistake(): Problem;
}

/** The text is read a second time, by a parser that knows places, only when somebody asks for one. */
function locate(file: string, text: string, line = 0): Located {
  let tree: Node | undefined;
  const errors: ParseError[] = [];
  const place = (offset: number): Place => {
    const place = placeAt(file, text, offset);
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
  };
}

function parsed(located: Located): { value?: unknown; problem?: Problem } {
  try {
    return { value: JSON.parse(located.text) };
  } catch {
    return { problem: located.mistake() };
  }
}

function entryOf(value: unknown, located: Located, path: Path, section?: RecordType): Entries {
  const at = (field?: string): Place => located.at(field === undefined ? path : [...path, field]);
  if (!isObject(value)) return refused(at(), "expected an object, a record");
  // An errors file says why each of its records failed.
  const { type = section, error, ...values } = value;
  const known = recordTypes.find((one) => one === type);
  if (known === undefined) return refused(at("type"), `expected as its 'type' one of ${recordTypes.join(", ")}`);
  const entry: Entry = { type: known, values, at };
  return { entries: [entry], problems: [], leftover: error !== undefined };
}

function refused(place: Place, message: string): Entries {
  return { entries: [], problems: [{ ...place, message }] };
}

function merged(parts: readonly Entries[]): Entries {
  return {
    entries: parts.flatMap(({ entries }) => entries),
    problems: parts.flatMap(({ problems }) => problems),
    leftover: parts.some(({ leftover }) => leftover),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
