import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { FixtureError } from "./fixture.ts";

/** A row of a table: texts by the names in the first line. */
export class CsvRow {
  readonly #cells: ReadonlyMap<string, string>;
  readonly #line: number;

  constructor(cells: ReadonlyMap<string, string>, line: number) {
    this.#cells = cells;
    this.#line = line;
  }

  get columns(): string[] {
    return [...this.#cells.keys()];
  }

  /** Empty when there is no such column. */
  text(column: string): string {
    return this.#cells.get(column) ?? "";
  }

  /** @throws {FixtureError} with line and column, for anything that several countries read differently, too */
  number(column: string): number | undefined {
    const text = this.text(column).trim();
    if (text === "") return undefined;
    if (/^-?\d+(\.\d+)?$/.test(text) && Number.isFinite(Number(text))) return Number(text);
    throw this.#wrong(column, "a number such as 12 or 12.5, without a currency and with a point for decimals");
  }

  /**
   * Spreadsheets write `TRUE` and `FALSE`.
   *
   * @throws {FixtureError} with line and column
   */
  boolean(column: string): boolean | undefined {
    const text = this.text(column).trim().toLowerCase();
    if (text === "") return undefined;
    if (text === "true" || text === "false") return text === "true";
    throw this.#wrong(column, "true or false");
  }

  /** Texts separated by `;`. */
  list(column: string): string[] {
    return this.text(column)
      .split(";")
      .map((one) => one.trim())
      .filter((one) => one !== "");
  }

  #wrong(column: string, expected: string): FixtureError {
    return new FixtureError(
      `line ${this.#line}, column '${column}': expected ${expected}; found '${this.text(column)}'`,
    );
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/**
 * Reads CSV (RFC 4180): quoted fields may hold commas, quotes and line breaks; empty lines do not count.
 *
 * @throws {FixtureError} with the line of what cannot be read, or of a row with more fields than the first
 */
export function readCsv(text: string): CsvRow[] {
  const [header, ...rows] = parseText(text).filter(({ record }) => record.some((field) => field !== ""));
  if (header === undefined) return [];
  const columns = header.record.map((name) => name.trim());
  const twice = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  if (twice !== undefined) throw new FixtureError(`the column '${twice}' is there twice`);
  return rows.map(({ record, info }) => {
    if (record.length > columns.length) {
      throw new FixtureError(`line ${info.lines} has ${record.length} fields, the first line ${columns.length}`);
    }
    return new CsvRow(new Map(columns.map((name, index) => [name, record[index] ?? ""])), info.lines);
  });
}

function parseText(text: string): Parsed[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
    }) as unknown as Parsed[];
  } catch (error) {
    throw error instanceof CsvError ? new FixtureError(error.message) : error;
  }
}
