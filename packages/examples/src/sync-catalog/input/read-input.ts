import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { InputRecord } from "../catalog/catalog-record.ts";
import { type Problem, placeAt } from "../catalog/place.ts";
import { checkEntries } from "./check-entries.ts";
import { readCsv } from "./csv-rows.ts";
import type { Entries } from "./entry.ts";
import { readJson, readNdjson } from "./json-records.ts";
import { mappingByNames, readMappedTable } from "./mapped-table.ts";
import { type Mapping, parseMapping } from "./mapping.ts";
import { isShopifyExport, readShopify } from "./shopify.ts";

export interface InputOptions {
  /** A file that says what the columns of a table are. */
  map?: string | undefined;
  /** Address of the shop, for exports that do not name it; without it they are refused. */
  shop?: string | undefined;
}

export interface Input {
  records: InputRecord[];
  problems: Problem[];
  /** Whether the file is what another run has left over, and so not a whole catalog. */
  leftover: boolean;
}

/**
 * Reads the whole of a file and checks it: CSV, NDJSON or JSON, as the ending of its name says.
 *
 * @throws {Error} of the platform, when a file cannot be read
 */
export async function readInput(file: string, options: InputOptions): Promise<Input> {
  const { entries, problems, leftover = false } = await readEntries(file, options);
  if (entries.length === 0 && problems.length === 0) problems.push(problemOf(file, "there are no records in it"));
  const checked = checkEntries(entries);
  const all = [...problems, ...checked.problems].sort((a, b) => a.line - b.line || a.column - b.column);
  return { records: checked.records, problems: all, leftover };
}

async function readEntries(file: string, options: InputOptions): Promise<Entries> {
  const { text, problems } = decoded(file, await readFile(file));
  if (problems.length > 0) return { entries: [], problems };
  switch (extname(file).toLowerCase()) {
    case ".csv":
      return readTable(file, text, options);
    case ".json":
      return readJson(file, text);
    case ".ndjson":
    case ".jsonl":
      return readNdjson(file, text);
    default:
      return {
        entries: [],
        problems: [problemOf(file, "expected a name that ends in .csv, .ndjson, .jsonl or .json")],
      };
  }
}

async function readTable(file: string, text: string, { map, shop }: InputOptions): Promise<Entries> {
  const given = map === undefined ? undefined : await readMapping(map);
  if (given && given.problems.length > 0) return { entries: [], problems: given.problems };
  const table = readCsv(file, text, given?.mapping.delimiter ?? ",");
  if (table.columns.length === 0 && table.problems.length > 0) return { entries: [], problems: table.problems };
  if (given) return readMappedTable(table, given.mapping);
  if (isShopifyExport(table)) {
    if (shop !== undefined) return readShopify(table, shop);
    const message = "an export of Shopify does not say where the shop is; give its address with --shop";
    return { entries: [], problems: [problemOf(file, message)] };
  }
  const { mapping, problems } = mappingByNames(table);
  return problems.length > 0 ? { entries: [], problems } : readMappedTable(table, mapping);
}

async function readMapping(file: string): Promise<{ mapping: Mapping; problems: Problem[] }> {
  const { text, problems } = decoded(file, await readFile(file));
  const parsed = parseMapping(file, text);
  return problems.length > 0 ? { ...parsed, problems } : parsed;
}

/** Any other encoding would make wrong letters of a text without a word. */
function decoded(file: string, bytes: Buffer): { text: string; problems: Problem[] } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), problems: [] };
  } catch {
    const text = bytes.toString("utf8");
    const message = "this is not UTF-8; save the file as UTF-8 (a spreadsheet: as 'CSV UTF-8')";
    return { text: "", problems: [{ ...placeAt(file, text, text.indexOf("\uFFFD")), message }] };
  }
}

function problemOf(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}
