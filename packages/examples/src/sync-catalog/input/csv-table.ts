import { pipeline } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { type Place, placesIn, startOf } from "../catalog/place.ts";
import type { Problems } from "../catalog/problems.ts";
import { placeOfByte, type ReadingOptions, textOf } from "./file-text.ts";

/** A line of a table. */
export interface Row {
  /** The cell in a column without the space around it; empty when there is none. */
  cell(column: string): string;
  /** Whether the table has a column. */
  has(column: string): boolean;
  /** Where the row starts, or the cell in a column. */
  at(column?: string): Place;
}

/** A table of which only the first line has been read. It is read on by whoever iterates its rows, once. */
export interface Table extends AsyncDisposable {
  columns: readonly string[];
  /** Where the name of a column stands. */
  at(column?: string): Place;
  rows: AsyncIterable<Row>;
}

interface Line {
  record: string[];
  /** The text of the record. */
  raw: string;
  /** The number of its first line. */
  first: number;
}

/** Opens CSV (RFC 4180): quoted cells may hold delimiters, quotes and line breaks; empty lines do not count. */
export async function openTable(
  file: string,
  delimiter: string,
  problems: Problems,
  options?: ReadingOptions,
): Promise<Table> {
  const lines = linesOfTable(file, delimiter, problems, options);
  const { value: header } = await lines.next();
  const columns = header?.record.map((column) => column.trim()) ?? [];
  const indexes = new Map(columns.map((column, index) => [column, index]));
  const placeIn = (line: Line | undefined) => (column?: string) =>
    placeOfCell(file, line, indexes.get(column ?? "") ?? 0, delimiter);
  for (const [index, column] of columns.entries()) {
    if (column === "" || indexes.get(column) === index) continue;
    problems.add(() => placeOfCell(file, header, index, delimiter), `the column '${column}' is there twice`);
  }
  async function* rows(): AsyncGenerator<Row> {
    for await (const line of lines) {
      const at = placeIn(line);
      const cells = line.record.length;
      // A line that ends too early may be one that was cut off.
      if (cells !== columns.length) problems.add(at, `the line has ${cells} cells, the first line ${columns.length}`);
      yield {
        cell: (column) => line.record[indexes.get(column) ?? -1]?.trim() ?? "",
        has: (column) => indexes.has(column),
        at,
      };
    }
  }
  const close = async () => void (await lines.return(undefined));
  return { columns, at: placeIn(header), rows: rows(), [Symbol.asyncDispose]: close };
}

async function* linesOfTable(
  file: string,
  delimiter: string,
  problems: Problems,
  options?: ReadingOptions,
): AsyncGenerator<Line, undefined> {
  const parser = parse({
    delimiter,
    raw: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
  });
  // What goes wrong with the file comes out of the parser, which is iterated.
  pipeline(textOf(file, options), parser, () => {});
  let first = 1;
  try {
    for await (const { record, raw } of parser as AsyncIterable<Omit<Line, "first">>) {
      if (record.some((cell) => cell.trim() !== "")) yield { record, raw, first };
      // The parser's own count takes \r\n in a quoted cell for two ends.
      first += raw.match(/\r\n|\n|\r/g)?.length ?? 0;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser tells where the cell before ends.
    const { bytes } = error as unknown as { bytes: number };
    const place = await placeOfByte(file, bytes + 1);
    const [reason = error.message] = error.message.toLowerCase().split(":");
    problems.add(() => place, `this is not CSV: ${reason}`);
  }
  return undefined;
}

function placeOfCell(file: string, line: Line | undefined, index: number, delimiter: string): Place {
  if (line === undefined) return startOf(file);
  const place = placesIn(file, line.raw)(startOfCell(line.raw, index, delimiter));
  return { ...place, line: place.line + line.first - 1 };
}

function startOfCell(raw: string, index: number, delimiter: string): number {
  let cells = 0;
  let quoted = false;
  for (let position = 0; cells < index && position < raw.length; position++) {
    if (raw[position] === '"') quoted = !quoted;
    else if (!quoted && raw.startsWith(delimiter, position) && ++cells === index) return position + delimiter.length;
  }
  return 0;
}
