import { type RecordType, rulesOf } from "../catalog/attributes.ts";
import { placeText } from "../catalog/place.ts";
import type { Problems } from "../catalog/problems.ts";
import { names, text, type ValueKind } from "../catalog/value-kinds.ts";
import { adjacentRows, adviceForRowsApart } from "./adjacent-rows.ts";
import { CategoriesOfNames } from "./categories-of-names.ts";
import type { Row, Table } from "./csv-table.ts";
import type { Entry } from "./entry.ts";
import { defaultMapping, type Mapping, mappedNames, type Source, type Sources } from "./mapping.ts";

/** The mapping of a table whose columns are named as the attributes of items, if they are. */
export function mappingByNames(table: Table, problems: Problems): Mapping | undefined {
  const known = mappedNames("item");
  const columns = table.columns.filter((column) => column !== "");
  const unknown = columns.filter((column) => !known.includes(column));
  for (const column of unknown) {
    const message = `the column '${column}' is no attribute of items; say with --map what the columns are`;
    problems.add(() => table.at(column), message);
  }
  const hasId = columns.includes("external_id");
  if (!hasId) problems.add(table.at, "there is no column 'external_id'; say with --map what the columns are");
  if (!hasId || unknown.length > 0) return undefined;
  return defaultMapping(new Map(columns.map((column) => [column, { value: column, at: table.at(column) }])));
}

/**
 * Reads a table as its mapping says. Every row is an item; with a mapping of variants it is a variant of its item, and rows
 * that follow each other with the same item are one item.
 */
export async function* readMappedTable(table: Table, mapping: Mapping, problems: Problems): AsyncGenerator<Entry> {
  if (!hasColumns(table, mapping, problems)) return;
  const { variant } = mapping;
  const categories = new CategoriesOfNames(problems);
  if (!variant) {
    for await (const row of table.rows) {
      const item = itemOf(row, mapping, categories);
      yield* categories.takeNew();
      yield item;
    }
    return;
  }
  const ofVariants = columnsOf(variant);
  const ofItems = columnsOf(mapping.item).filter((column) => !ofVariants.includes(column));
  const idOf = (row: Row): unknown => entryOf("catalog-item", row, mapping, mapping.item).values.external_id;
  for await (const ofItem of adjacentRows(table.rows, idOf)) {
    const [first] = ofItem;
    const item = { ...itemOf(first, mapping, categories), advice: adviceForRowsApart };
    yield* categories.takeNew();
    yield item;
    const id = item.values.external_id;
    if (id === undefined) continue;
    for (const row of ofItem) {
      tellContradictions(first, row, ofItems, problems);
      yield variantOf(row, mapping, variant, id);
    }
  }
}

function itemOf(row: Row, mapping: Mapping, categories: CategoriesOfNames): Entry {
  const { values, at } = entryOf("catalog-item", row, mapping, mapping.item);
  if (!Array.isArray(values.categories)) return { type: "catalog-item", values, at };
  const ids = values.categories.map((name) => categories.idOf(name, () => at("categories")));
  return { type: "catalog-item", values: { ...values, categories: [...new Set(ids)] }, at };
}

function variantOf(row: Row, mapping: Mapping, sources: Sources, item: unknown): Entry {
  const entry = entryOf("catalog-variant", row, mapping, sources);
  return { ...entry, values: { ...entry.values, item } };
}

function entryOf(type: RecordType, row: Row, mapping: Mapping, sources: Sources): Entry {
  const rules = rulesOf(type);
  const values: Record<string, unknown> = {};
  for (const [name, source] of sources) {
    if ("get" in source) {
      const entries = Array.from(source, ([key, one]) => [key, valueIn(row, one, text, mapping)] as const);
      const given = entries.filter(([, value]) => value !== undefined);
      values[name] = given.length > 0 ? Object.fromEntries(given) : undefined;
    } else {
      const kind = name === "categories" ? names : (rules.get(name)?.kind ?? text);
      // The API wants a description, and takes it empty: a cell without one says so.
      const empty = name === "description" && isColumn(source) ? "" : undefined;
      values[name] = valueIn(row, source, kind, mapping) ?? empty;
    }
  }
  const at = (field = "external_id") => {
    const source = sources.get(field);
    return row.at(source && "value" in source ? columnsIn(source)[0] : undefined);
  };
  return { type, values, at };
}

function valueIn(row: Row, source: Source, kind: ValueKind, mapping: Mapping): unknown {
  if (typeof source.value !== "string") return source.value;
  const text = textOf(row, source);
  return text === undefined ? undefined : kind.read(text, mapping);
}

/** An empty cell says nothing about its attribute, and neither does a text that needs it. */
function textOf(row: Row, source: Source): string | undefined {
  if (columnsIn(source).some((column) => row.cell(column) === "")) return undefined;
  const text = String(source.value);
  return text.includes("{") ? text.replace(/\{(.*?)\}/g, (_, column) => row.cell(column)) : row.cell(text);
}

/** Each source of a mapping, those of metadata among them. */
function sourcesIn(sources: Sources): Source[] {
  return [...sources.values()].flatMap((source) => ("get" in source ? [...source.values()] : [source]));
}

function columnsOf(sources: Sources): string[] {
  return sourcesIn(sources).flatMap(columnsIn);
}

/** Whether a source is a column as it is, and neither a text with columns in it nor a constant. */
function isColumn({ value }: Source): boolean {
  return typeof value === "string" && !value.includes("{");
}

function columnsIn({ value }: Source): string[] {
  if (typeof value !== "string") return [];
  return value.includes("{") ? Array.from(value.matchAll(/\{(.*?)\}/g), ([, column = ""]) => column) : [value];
}

function hasColumns(table: Table, mapping: Mapping, problems: Problems): boolean {
  const has = `the file has ${table.columns.map((column) => `'${column}'`).join(", ") || "no columns"}`;
  const sources = [...sourcesIn(mapping.item), ...sourcesIn(mapping.variant ?? new Map())];
  const missing = sources.flatMap((source) =>
    columnsIn(source)
      .filter((column) => !table.columns.includes(column))
      .map((column) => ({ column, at: source.at })),
  );
  for (const { column, at } of missing) problems.add(() => at, `there is no column '${column}'; ${has}`);
  return missing.length === 0;
}

/** Rows of one item say the same about it, or nothing. */
function tellContradictions(first: Row, later: Row, columns: readonly string[], problems: Problems): void {
  for (const column of columns) {
    const cell = later.cell(column);
    if (cell === "" || cell === first.cell(column)) continue;
    const message = `'${cell}' is not what ${placeText(first.at(column))} says about the same item`;
    problems.add(() => later.at(column), message, column);
  }
}
