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
  const type = first.cell("Type");
  const images = rows.map((row) => row.cell("Image Src")).filter((image) => image !== "");
  const prices = rows.map((row) => number.read(row.cell("Variant Price"), format)).filter(number.fits) as number[];
  return {
    type: "catalog-item",
    values: {
      external_id: handle,
      title: first.cell("Title") || undefined,
      description: textOfHtml(first.cell("Body (HTML)")),
      url: `${shop}/products/${encodeURIComponent(handle)}`,
      price: prices.length > 0 ? Math.min(...prices) : undefined,
      image_full_url: images[0],
      images: images.length > 0 ? images : undefined,
      custom_metadata: { vendor: first.cell("Vendor"), tags: first.cell("Tags") },
      published: flag.read(first.cell("Published") || "false", format),
      categories: type === "" ? [] : [categories.idOf(type, () => first.at("Type"))],
    },
    at: (field = "") => first.at(itemColumns[field]),
    advice: adviceForRowsApart,
  };
}

function variantOf(row: Row, { values: item }: Entry): Entry {
  const options = ["Option1 Value", "Option2 Value", "Option3 Value"]
    .map((column) => row.cell(column))
    .filter((value) => value !== "" && value !== "Default Title");
  const sku = row.cell("Variant SKU") || [String(item.external_id), ...options].map(slug).join("-");
  return {
    type: "catalog-variant",
    values: {
      external_id: sku,
      item: item.external_id,
      title: options.join(" / ") || item.title,
      description: item.description,
      url: item.url,
      sku,
      price: number.read(row.cell("Variant Price"), format),
      inventory_quantity: number.read(row.cell("Variant Inventory Qty") || "0", format),
      // Shopify denies or continues to sell what is out of stock; so does a feed with 1 or 0.
      inventory_policy: row.cell("Variant Inventory Policy") === "deny" ? 1 : 0,
      image_full_url: row.cell("Variant Image") || undefined,
      published: item.published,
    },
    at: (field = "") => row.at(variantColumns[field]),
  };
}

function textOfHtml(html: string): string {
  const root = parse(html);
  for (const element of root.querySelectorAll("script, style")) element.remove();
  return root.structuredText.replace(/\s+/g, " ").trim();
}
