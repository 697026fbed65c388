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

/** Where a record stands in the text. Places are asked for of few records, so that none keeps its cells for them. */
interface Span {
  start: number;
  end: number;
  /** The number of its first line. */
  first: number;
}

interface Line {
  record: string[];
  span: Span;
}

/** Reads CSV (RFC 4180): quoted cells may hold delimiters, quotes and line breaks; empty lines do not count. */
export function readCsv(file: string, text: string, delimiter: string): Table {
  const problems: Problem[] = [];
  const [header, ...lines] = parseText(file, text, delimiter, problems);
  const columns = header?.record.map((column) => column.trim()) ?? [];
  const indexes = new Map(columns.map((column, index) => [column, index]));
  const placeOf = (span: Span | undefined, index: number): Place => {
    if (span === undefined) return { file, line: 1, column: 1 };
    const raw = text.slice(span.start, span.end);
    const place = placeAt(file, raw, startOfCell(raw, index, delimiter));
    return { ...place, line: place.line + span.first - 1 };
  };
  const placeIn = (span: Span | undefined) => (column?: string) => placeOf(span, indexes.get(column ?? "") ?? 0);
  const at = placeIn(header?.span);
  for (const [index, column] of columns.entries()) {
    if (column !== "" && indexes.get(column) !== index) {
      problems.push({
        ...placeOf(header?.span, index),
        message: `the column '${column}' is there twice`,
      });
    }
  }
  const rows = lines.map(({ record, span }): Row => {
    const at = placeIn(span);
    if (record.length > columns.length) {
      const message = `the line has ${record.length} cells, the first line ${columns.length}`;
      problems.push({ ...at(), message });
    }
    return { cell: (column) => record[indexes.get(column) ?? -1]?.trim() ?? "", at };
  });
  return { columns, rows, at, problems };
}

function parseText(file: string, text: string, delimiter: string, problems: Problem[]): Line[] {
  let first = 1;
  let start = 0;
  const lines: Line[] = [];
  const take = ({ record, raw }: { record: string[]; raw: string }): null => {
    const span = { start, end: start + raw.length, first };
    start = span.end;
    // The parser's own count takes \r\n in a quoted cell for two ends.
    first += raw.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (record.some((cell) => cell.trim() !== "")) lines.push({ record, span });
    return null;
  };
  try {
    // Taken one by one, so that the parser holds no second copy of the text.
    parse(text, {
      delimiter,
      raw: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      on_record: (line) => take(line as unknown as { record: string[]; raw: string }),
    });
    return lines;
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

function startOfCell(raw: string, index: number, delimiter: string): number {
  let cells = 0;
  let quoted = false;
  for (let position = 0; cells < index && position < raw.length; position++) {
    if (raw[position] === '"') quoted = !quoted;
    else if (!quoted && raw.startsWith(delimiter, position) && ++cells === index) return position + delimiter.length;
  }
  return 0;
}
