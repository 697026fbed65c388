import { CsvError, parse } from "csv-parse/sync";
import { type Place, type Problem, placeAt } from "../catalog/place.ts";

/** A line of a table. */
export interface Row {
  /** The cell in a column without the space around it; empty when there is none. */
  cell(column: string): string;
  /** Where the row starts, or the cell in a column. */
  at(column?: string): Place;
}

export interface Table {
  columns: readonly string[];
  rows: Row[];
  /** Where the name of a column stands. */
  at(column?: string): Place;
  problems: Problem[];
}

interface Line {
  record: string[];
  /** The text of the record. */
  raw: string;
  /** The number of its first line. */
  first: number;
}

/** Reads CSV (RFC 4180): quoted cells may hold delimiters, quotes and line breaks; empty lines do not count. */
export function readCsv(file: string, text: string, delimiter: string): Table {
  const problems: Problem[] = [];
  const [header, ...lines] = parseText(file, text, delimiter, problems);
  const columns = header?.record.map((column) => column.trim()) ?? [];
  const indexes = new Map(columns.map((column, index) => [column, index]));
  const placeIn = (line: Line | undefined) => (column?: string) =>
    placeOfCell(file, line, indexes.get(column ?? "") ?? 0, delimiter);
  const at = placeIn(header);
  for (const [index, column] of columns.entries()) {
    if (column !== "" && indexes.get(column) !== index) {
      problems.push({
        ...placeOfCell(file, header, index, delimiter),
        message: `the column '${column}' is there twice`,
      });
    }
  }
  const rows = lines.map((line): Row => {
    const at = placeIn(line);
    if (line.record.length > columns.length) {
      const message = `the line has ${line.record.length} cells, the first line ${columns.length}`;
      problems.push({ ...at(), message });
    }
    return { cell: (column) => line.record[indexes.get(column) ?? -1]?.trim() ?? "", at };
  });
  return { columns, rows, at, problems };
}

function parseText(file: string, text: string, delimiter: string, problems: Problem[]): Line[] {
  const options = { delimiter, raw: true, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true };
  try {
    let first = 1;
    const lines = (parse(text, options) as unknown as Line[]).map((line): Line => {
      const numbered = { record: line.record, raw: line.raw, first };
      // The parser's own count takes \r\n in a quoted cell for two ends.
      first += line.raw.match(/\r\n|\n|\r/g)?.length ?? 0;
      return numbered;
    });
    return lines.filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser tells where the cell before ends, in bytes.
    const { bytes } = error as unknown as { bytes: number };
    const before = Buffer.from(text).toString("utf8", 0, bytes + 1);
    const [reason = error.message] = error.message.toLowerCase().split(":");
    problems.push({ ...placeAt(file, text, before.length), message: `this is not CSV: ${reason}` });
    return [];
  }
}

function placeOfCell(file: string, line: Line | undefined, index: number, delimiter: string): Place {
  if (line === undefined) return { file, line: 1, column: 1 };
  const place = placeAt(file, line.raw, startOfCell(line.raw, index, delimiter));
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
