import { type Fixture, FixtureError, type ItemFixture } from "./fixture.ts";
import { shopifyFixture } from "./shopify-fixture.ts";

/**
 * A CSV file's text as a fixture: a Shopify product export (recognised by its `Handle` column), or a plain table of
 * items whose columns are named as the API's attributes, with `categories` separated by `;`.
 *
 * @throws {FixtureError} for text that is neither
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
  const rows = parseCsv(text);
  const columns = Object.keys(rows[0] ?? {});
  if (columns.includes("Handle")) return shopifyFixture(rows);
  if (!columns.includes("external_id")) {
    throw new FixtureError(`expected a column 'Handle' or 'external_id'; found ${columns.join(", ") || "nothing"}`);
  }
  const items = rows.map(itemOf);
  const categories = new Set(items.flatMap((item) => item.categories ?? []));
  return { categories: Array.from(categories, (name) => ({ external_id: name, name })), items };
}

function itemOf({ price, published, categories, ...texts }: Record<string, string>): ItemFixture {
  const given = Object.entries(texts).filter(([, value]) => value !== "");
  return {
    ...(Object.fromEntries(given) as unknown as ItemFixture),
    ...(price && { price: Number(price) }),
    ...(published && { published: published === "true" }),
    ...(categories && { categories: categories.split(";").map((name) => name.trim()) }),
  };
}

/**
 * Reads CSV (RFC 4180): quoted fields may hold commas, quotes and line breaks. Rows come as objects by the names in
 * the first line.
 *
 * @throws {FixtureError} with the line of a quote that does not end, or of a row with more fields than the first
 */
export function parseCsv(text: string): Record<string, string>[] {
  const [header, ...rows] = readRows(text.replace(/^\uFEFF/, ""));
  if (header === undefined) return [];
  return rows.map(({ fields, line }) => {
    if (fields.length > header.fields.length) {
      throw new FixtureError(`line ${line} has ${fields.length} fields, the first line ${header.fields.length}`);
    }
    return Object.fromEntries(header.fields.map((name, index) => [name.trim(), fields[index] ?? ""]));
  });
}

interface Row {
  fields: string[];
  line: number;
}

const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
const separator = /,|\r\n|\n|\r|$/y;

function readRows(text: string): Row[] {
  const rows: Row[] = [];
  let row: Row = { fields: [], line: 1 };
  let line = 1;
  let position = 0;
  while (position < text.length) {
    field.lastIndex = position;
    const [found = "", quoted, bare = ""] = field.exec(text) ?? [];
    separator.lastIndex = position + found.length;
    const end = separator.exec(text)?.[0];
    if (end === undefined) throw new FixtureError(`line ${line}: a quote is not closed, or stands inside a field`);
    row.fields.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    line += found.split("\n").length - 1;
    position += found.length + end.length;
    if (end === ",") continue;
    if (row.fields.some((one) => one !== "")) rows.push(row);
    row = { fields: [], line: ++line };
  }
  if (row.fields.length > 0) rows.push(row);
  return rows;
}
