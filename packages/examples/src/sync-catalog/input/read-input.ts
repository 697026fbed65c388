import { extname } from "node:path";
import type { InputRecord } from "../catalog/catalog-record.ts";
import { startOf } from "../catalog/place.ts";
import type { Problems } from "../catalog/problems.ts";
import { checkEntry } from "./check-entry.ts";
import { openTable } from "./csv-table.ts";
import type { Entry } from "./entry.ts";
import { NotUtf8Error, placeOfGarbledLetter, type ReadingOptions, wholeTextOf } from "./file-text.ts";
import { readJson, readNdjson } from "./json-records.ts";
import { mappingByNames, readMappedTable } from "./mapped-table.ts";
import { parseMapping } from "./mapping.ts";
import { isShopifyExport, readShopify } from "./shopify.ts";

export interface InputOptions extends ReadingOptions {
  /** A file that says what the columns of a table are. */
  map?: string | undefined;
  /** Address of the shop, for exports that do not name it; without it they are refused. */
  shop?: string | undefined;
}

/**
 * Reads a file record by record and checks it: CSV, NDJSON or JSON, as the ending of its name says. Whether there is a
 * problem is known once all has been read.
 *
 * @throws {Error} of the platform, when a file cannot be read
 * @throws what the signal aborts with
 */
export async function* readInput(
  file: string,
  options: InputOptions,
  problems: Problems,
): AsyncGenerator<InputRecord, void> {
  let isEmpty = true;
  try {
    for await (const entry of readEntries(file, options, problems)) {
      isEmpty = false;
      const record = checkEntry(entry, problems);
      if (record) yield record;
    }
  } catch (error) {
    if (!(error instanceof NotUtf8Error)) throw error;
    const place = await placeOfGarbledLetter(error.file);
    problems.add(() => place, "this is not UTF-8; save the file as UTF-8 (a spreadsheet: as 'CSV UTF-8')");
  }
  if (isEmpty && problems.count === 0) problems.add(() => startOf(file), "there are no records in it");
}

async function* readEntries(file: string, options: InputOptions, problems: Problems): AsyncGenerator<Entry> {
  switch (extname(file).toLowerCase()) {
    case ".csv":
      return yield* readTable(file, options, problems);
    case ".json":
      return yield* readJson(file, problems, options);
    case ".ndjson":
    case ".jsonl":
      return yield* readNdjson(file, problems, options);
    default:
      problems.add(() => startOf(file), "expected a name that ends in .csv, .ndjson, .jsonl or .json");
  }
}

async function* readTable(file: string, options: InputOptions, problems: Problems): AsyncGenerator<Entry> {
  const { map, shop } = options;
  const given = map === undefined ? undefined : parseMapping(map, await wholeTextOf(map, options), problems);
  if (problems.count > 0) return;
  await using table = await openTable(file, given?.delimiter ?? ",", problems, options);
  if (table.columns.length === 0 && problems.count > 0) return;
  if (!given && isShopifyExport(table)) {
    if (shop !== undefined) return yield* readShopify(table, shop, problems);
    const message = "an export of Shopify does not say where the shop is; give its address with --shop";
    return problems.add(() => startOf(file), message);
  }
  const mapping = given ?? mappingByNames(table, problems);
  if (mapping) yield* readMappedTable(table, mapping, problems);
}
