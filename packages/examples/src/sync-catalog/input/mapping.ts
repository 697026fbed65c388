import { isMap, isScalar, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { rulesOf } from "../catalog/attributes.ts";
import type { Place } from "../catalog/place.ts";
import type { Problems } from "../catalog/problems.ts";
import type { CellFormat } from "../catalog/value-kinds.ts";

/** Where a table has an attribute: a column's name, a text with `{columns}` in it, or always the same value. */
export interface Source {
  value: string | number | boolean;
  /** Where the mapping says so. */
  at: Place;
}

/** Sources by attribute; `custom_metadata` has one for each of its keys. */
export type Sources = ReadonlyMap<string, Source | ReadonlyMap<string, Source>>;

/** How a table becomes records; see `sample/mapping.yaml`. */
export interface Mapping extends CellFormat {
  delimiter: string;
  item: Sources;
  /** With it, every row is a variant, too, and rows of one item are one item with its variants. */
  variant?: Sources | undefined;
}

const settings = { delimiter: ",", decimal: ".", separator: ";" };

export function defaultMapping(item: Sources): Mapping {
  return { ...settings, item };
}

/** The names that a mapping may give a source. */
export function mappedNames(section: "item" | "variant"): string[] {
  const own = section === "item" ? ["external_id", "categories"] : ["external_id"];
  return [...own, ...rulesOf(`catalog-${section}`).keys()];
}

/** Reads a mapping in YAML, every mistake with its place. */
export function parseMapping(file: string, text: string, problems: Problems): Mapping {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const place = (offset = 0): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const refuse = (offset: number | undefined, message: string): void => {
    problems.add(() => place(offset), message);
  };
  for (const { pos, message } of document.errors) refuse(pos[0], message.split(/ at line |:?\n/)[0] ?? message);

  const sourcesOf = (node: unknown, known?: readonly string[]): Map<string, Source | Map<string, Source>> => {
    const sources = new Map<string, Source | Map<string, Source>>();
    for (const { name, value, offset } of pairsOf(node)) {
      if (known && !known.includes(name)) {
        refuse(offset, `'${name}' is no attribute; expected one of ${known.join(", ")}`);
      } else if (known && name === "custom_metadata" && isMap(value)) {
        sources.set(name, sourcesOf(value) as Map<string, Source>);
      } else if (isScalar(value) && hasUnclosedBrace(value.value)) {
        refuse(value.range?.[0], `the text of '${name}' has a { without its }`);
      } else if (isScalar(value) && ["string", "number", "boolean"].includes(typeof value.value)) {
        sources.set(name, { value: value.value as Source["value"], at: place(value.range?.[0]) });
      } else {
        refuse(offset, `expected for '${name}' a column's name, a text with {columns}, a number, or true or false`);
      }
    }
    return sources;
  };

  const mapping: Mapping = { ...settings, item: new Map() };
  for (const { name, value, offset } of pairsOf(document.contents)) {
    if (name === "item" || name === "variant") {
      mapping[name] = sourcesOf(value, mappedNames(name)) as Sources;
      if (!mapping[name].has("external_id")) refuse(offset, `'${name}' needs an 'external_id'`);
    } else if (!Object.hasOwn(settings, name)) {
      refuse(offset, `'${name}' is no setting; expected item, variant, ${Object.keys(settings).join(", ")}`);
    } else if (isScalar(value) && typeof value.value === "string" && value.value.length === 1) {
      mapping[name as keyof typeof settings] = value.value;
    } else refuse(offset, `expected for '${name}' one character in quotes`);
  }
  if (mapping.item.size === 0 && problems.count === 0) refuse(0, "the mapping needs 'item', with its 'external_id'");
  return mapping;
}

/** Such a text names no column, and every record would get it as it is. */
function hasUnclosedBrace(value: unknown): boolean {
  return typeof value === "string" && value.replace(/\{.*?\}/g, "").includes("{");
}

interface NamedNode {
  name: string;
  value: unknown;
  offset: number | undefined;
}

function pairsOf(node: unknown): NamedNode[] {
  if (!isMap(node)) return [];
  return (node.items as Pair<Node, Node>[]).map(({ key, value }) => ({
    name: isScalar(key) ? String(key.value) : String(key),
    value,
    offset: key.range?.[0],
  }));
}
