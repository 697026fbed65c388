import { type CsvRow, readCsv } from "./csv-table.ts";
import { type Fixture, FixtureError, type ItemFixture } from "./fixture.ts";
import { shopifyFixture } from "./shopify-fixture.ts";

/**
 * A CSV file's text as a fixture: a Shopify product export (recognised by its `Handle` column), or a plain table of
 * items whose columns are named as the API's attributes, with `categories` and `images`
 * separated by `;`.
 *
 * @throws {FixtureError} for text that is neither, and with line and column for a value that cannot be read
 *
 * @example
 * ```ts
 * import { createMock, csvFixture } from "@org/mock";
 *
 * const mock = createMock();
 * await mock.state.load(csvFixture("external_id,title,description,url\nA,Shirt,Red,https://shop.example/a"));
 * ```
 */
export function csvFixture(text: string): Fixture {
  const rows = readCsv(text);
  const columns = rows[0]?.columns ?? [];
  if (columns.includes("Handle")) return shopifyFixture(rows);
  if (!columns.includes("external_id")) {
    throw new FixtureError(`expected a column 'Handle' or 'external_id'; found ${columns.join(", ") || "nothing"}`);
  }
  const items = rows.map(itemOf);
  const categories = new Set(items.flatMap((item) => item.categories ?? []));
  return { categories: Array.from(categories, (name) => ({ external_id: name, name })), items };
}

function itemOf(row: CsvRow): ItemFixture {
  const item: Record<string, unknown> = Object.create(null);
  for (const column of row.columns) {
    const value = (Object.hasOwn(readers, column) ? readers[column]?.(row, column) : undefined) ?? row.text(column);
    if (value !== "") item[column] = value;
  }
  return item as unknown as ItemFixture;
}

/** Every other column is text. */
const readers: Readonly<Record<string, (row: CsvRow, column: string) => unknown>> = {
  price: (row, column) => row.number(column),
  published: (row, column) => row.boolean(column),
  categories: (row, column) => row.list(column),
  images: (row, column) => row.list(column),
};
