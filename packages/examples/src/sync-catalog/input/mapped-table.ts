import { type RecordType, rulesOf } from "../catalog/attributes.ts";
import { type Problem, placeText } from "../catalog/place.ts";
import { names, text, type ValueKind } from "../catalog/value-kinds.ts";
import { CategoriesOfNames } from "./categories-of-names.ts";
import type { Row, Table } from "./csv-rows.ts";
import type { Entries, Entry } from "./entry.ts";
import { defaultMapping, type Mapping, mappedNames, type Source, type Sources } from "./mapping.ts";

/** The mapping of a table whose columns are named as the attributes of items. */
export function mappingByNames(table: Table): { mapping: Mapping; problems: Problem[] } {
  const known = mappedNames("item");
  const columns = table.columns.filter((column) => column !== "");
  const problems = columns
    .filter((column) => !known.includes(column))
    .map((column) => ({
      ...table.at(column),
      message: `the column '${column}' is no attribute of items; say with --map what the columns are`,
    }));
  if (!columns.includes("external_id")) {
    problems.push({ ...table.at(), message: "there is no column 'external_id'; say with --map what the columns are" });
  }
  const item = new Map(columns.map((column) => [column, { value: column, at: table.at(column) }]));
  return { mapping: defaultMapping(item), problems };
}

/** Reads a table as its mapping says. Every row is an item; with a mapping of variants it is a variant of its item. */
export function readMappedTable(table: Table, mapping: Mapping): Entries {
  const missing = missingColumns(table, mapping);
  if (missing.length > 0) return { entries: [], problems: missing };
  const problems = [...table.problems];
  const categories = new CategoriesOfNames();
  const lines = table.rows.map((row) => ({ row, item: itemOf(row, mapping, categories) }));
  const { variant } = mapping;
  // The check of all entries finds an item that is there twice, or has no id.
  if (!variant) return { entries: [...categories.entries, ...lines.map(({ item }) => item)], problems };
  const ofVariants = columnsOf(variant);
  const ofItems = columnsOf(mapping.item).filter((column) => !ofVariants.includes(column));
  const products = new Map<unknown, Row>();
  const entries = lines.flatMap(({ row, item }) => {
    const id = item.values.external_id;
    const first = products.get(id);
    if (id === undefined) return [item];
    const ofRow = variantOf(row, mapping, variant, id);
    if (first === undefined) {
      products.set(id, row);
      return [item, ofRow];
    }
    problems.push(...contradictions(first, row, ofItems));
    return [ofRow];
  });
  return { entries: [...categories.entries, ...entries], problems };
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
      values[name] = valueIn(row, source, kind, mapping);
    }
  }
  return { type, values, at: placesOf(row.at, sources) };
}

/** A function of its own that knows nothing of the row's cells, which need not stay as long as its entry does. */
function placesOf(at: Row["at"], sources: Sources): Entry["at"] {
  return (field = "external_id") => {
    const source = sources.get(field);
    return at(source && "value" in source ? columnsIn(source)[0] : undefined);
  };
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

function columnsIn({ value }: Source): string[] {
  if (typeof value !== "string") return [];
  return value.includes("{") ? Array.from(value.matchAll(/\{(.*?)\}/g), ([, column = ""]) => column) : [value];
}

function missingColumns(table: Table, mapping: Mapping): Problem[] {
  const has = `the file has ${table.columns.map((column) => `'${column}'`).join(", ") || "no columns"}`;
  return [...sourcesIn(mapping.item), ...sourcesIn(mapping.variant ?? new Map())].flatMap((source) =>
    columnsIn(source)
      .filter((column) => !table.columns.includes(column))
      .map((column) => ({ ...source.at, message: `there is no column '${column}'; ${has}` })),
  );
}

/** Rows of one item say the same about it, or nothing. */
function contradictions(first: Row, later: Row, columns: readonly string[]): Problem[] {
  return columns
    .filter((column) => later.cell(column) !== "" && later.cell(column) !== first.cell(column))
    .map((column) => {
      const message = `'${later.cell(column)}' is not what ${placeText(first.at(column))} says about the same item`;
      return { ...later.at(column), field: column, message };
    });
}
