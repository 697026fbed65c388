import { parse } from "node-html-parser";
import type { Problems } from "../catalog/problems.ts";
import { flag, number } from "../catalog/value-kinds.ts";
import { adjacentRows, adviceForRowsApart } from "./adjacent-rows.ts";
import { CategoriesOfNames, slug } from "./categories-of-names.ts";
import type { Row, Table } from "./csv-table.ts";
import type { Entry } from "./entry.ts";

const format = { decimal: ".", separator: "," };

/** The column of each attribute, for places. */
const itemColumns: Readonly<Record<string, string>> = {
  external_id: "Handle",
  title: "Title",
  description: "Body (HTML)",
  price: "Variant Price",
  images: "Image Src",
  image_full_url: "Image Src",
  categories: "Type",
  published: "Published",
};

const variantColumns: Readonly<Record<string, string>> = {
  external_id: "Variant SKU",
  item: "Handle",
  title: "Option1 Value",
  sku: "Variant SKU",
  price: "Variant Price",
  inventory_quantity: "Variant Inventory Qty",
  inventory_policy: "Variant Inventory Policy",
  image_full_url: "Variant Image",
};

export function isShopifyExport({ columns }: Table): boolean {
  return columns.includes("Handle") && columns.includes("Variant Price");
}

/**
 * Reads a product export of Shopify: rows that follow each other with the same Handle are one product with its variants,
 * whose Type is its category. The export does not say where the shop is.
 *
 * @param shop the address below which products are found
 */
export async function* readShopify({ rows }: Table, shop: string, problems: Problems): AsyncGenerator<Entry> {
  const categories = new CategoriesOfNames(problems);
  for await (const ofProduct of adjacentRows(rows, (row) => row.cell("Handle"))) {
    const item = itemOf(ofProduct, shop, categories);
    yield* categories.takeNew();
    yield item;
    for (const row of ofProduct) if (row.cell("Variant Price") !== "") yield variantOf(row, item);
  }
}

function itemOf(rows: readonly [Row, ...Row[]], shop: string, categories: CategoriesOfNames): Entry {
  const [first] = rows;
  const handle = first.cell("Handle");
  const images = rows.map((row) => row.cell("Image Src")).filter((image) => image !== "");
  const prices = rows.map((row) => number.read(row.cell("Variant Price"), format)).filter(number.fits) as number[];
  const metadata = metadataOf(first);
  return {
    type: "catalog-item",
    values: {
      external_id: handle,
      title: first.cell("Title") || undefined,
      description: first.has("Body (HTML)") ? textOfHtml(first.cell("Body (HTML)")) : undefined,
      url: `${shop}/products/${encodeURIComponent(handle)}`,
      price: prices.length > 0 ? Math.min(...prices) : undefined,
      image_full_url: images[0],
      images: images.length > 0 ? images : undefined,
      custom_metadata: isWhole(metadata) ? metadata : undefined,
      published: valueIn(first, "Published", (cell) => flag.read(cell, format)),
      categories: categoriesOf(first, categories),
    },
    defaults: { description: "", custom_metadata: metadata, published: false },
    at: (field = "") => first.at(itemColumns[field]),
    advice: adviceForRowsApart,
  };
}

/** Exports may be cut down to some columns: a column that is not there says nothing, and neither does an empty cell. */
function valueIn(row: Row, column: string, read: (cell: string) => unknown): unknown {
  const cell = row.cell(column);
  return cell === "" ? undefined : read(cell);
}

/** A product without a Type is in no category; of an export without the column, nobody knows. */
function categoriesOf(row: Row, categories: CategoriesOfNames): string[] | undefined {
  if (!row.has("Type")) return undefined;
  const type = row.cell("Type");
  return type === "" ? [] : [categories.idOf(type, () => row.at("Type"))];
}

const metadataColumns = { vendor: "Vendor", tags: "Tags" } as const;

function metadataOf(row: Row): Record<string, string> | undefined {
  const given = Object.entries(metadataColumns).filter(([, column]) => row.has(column));
  return given.length > 0 ? Object.fromEntries(given.map(([key, column]) => [key, row.cell(column)])) : undefined;
}

/** An update replaces all metadata: without one of the columns it would take away what that column once said. */
function isWhole(metadata: Record<string, string> = {}): boolean {
  return Object.keys(metadataColumns).every((key) => key in metadata) && Object.values(metadata).some(Boolean);
}

function variantOf(row: Row, { values: item }: Entry): Entry {
  const named = ["Option1 Value", "Option2 Value", "Option3 Value"]
    .map((column) => row.cell(column))
    .filter((value) => value !== "");
  const options = named.filter((value) => value !== "Default Title");
  const sku = row.cell("Variant SKU") || [String(item.external_id), ...options].map(slug).join("-");
  const title = options.join(" / ") || item.title;
  return {
    type: "catalog-variant",
    values: {
      external_id: sku,
      item: item.external_id,
      title: named.length > 0 ? title : undefined,
      description: item.description,
      url: item.url,
      sku,
      price: number.read(row.cell("Variant Price"), format),
      inventory_quantity: valueIn(row, "Variant Inventory Qty", (cell) => number.read(cell, format)),
      // Shopify denies or continues to sell what is out of stock; so does a feed with 1 or 0.
      inventory_policy: valueIn(row, "Variant Inventory Policy", (cell) => (cell === "deny" ? 1 : 0)),
      image_full_url: row.cell("Variant Image") || undefined,
      published: item.published,
    },
    defaults: { title, description: "", inventory_quantity: 0, inventory_policy: 0, published: false },
    at: (field = "") => row.at(variantColumns[field]),
  };
}

function textOfHtml(html: string): string {
  const root = parse(html);
  for (const element of root.querySelectorAll("script, style")) element.remove();
  return root.structuredText.replace(/\s+/g, " ").trim();
}
