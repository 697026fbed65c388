import type { CsvRow } from "./csv-table.ts";
import type { CategoryFixture, Fixture, ItemFixture, VariantFixture } from "./fixture.ts";

export interface ShopifyFixtureOptions {
  /** Where products are said to be found. @default "https://shop.example/products" */
  productUrl?: string;
}

/** The rows of a Shopify product export as a fixture. Rows that share a Handle are one item with several variants. */
export function shopifyFixture(rows: readonly CsvRow[], options: ShopifyFixtureOptions = {}): Required<Fixture> {
  const { productUrl = "https://shop.example/products" } = options;
  const products = new Map<string, CsvRow[]>();
  for (const row of rows) {
    const handle = row.text("Handle");
    products.set(handle, [...(products.get(handle) ?? []), row]);
  }
  const categories = new Map<string, CategoryFixture>();
  const items: ItemFixture[] = [];
  const variants: VariantFixture[] = [];
  for (const [handle, ofProduct] of products) {
    const item = itemOf(handle, ofProduct, `${productUrl}/${handle}`);
    const type = ofProduct[0]?.text("Type") ?? "";
    if (type !== "") categories.set(slug(type), { external_id: slug(type), name: type });
    items.push(type === "" ? item : { ...item, categories: [slug(type)] });
    variants.push(...ofProduct.filter((row) => row.text("Variant Price") !== "").map((row) => variantOf(row, item)));
  }
  return { categories: [...categories.values()], items, variants };
}

function itemOf(handle: string, rows: readonly CsvRow[], url: string): ItemFixture {
  const [first] = rows;
  const prices = rows.flatMap((row) => row.number("Variant Price") ?? []);
  const images = rows.map((row) => row.text("Image Src")).filter((image) => image !== "");
  return {
    external_id: handle,
    title: first?.text("Title") || handle,
    description: plainText(first?.text("Body (HTML)") ?? ""),
    url,
    ...(prices.length > 0 && { price: Math.min(...prices) }),
    ...(images[0] !== undefined && { image_full_url: images[0], images }),
    custom_metadata: { vendor: first?.text("Vendor") ?? "", tags: first?.text("Tags") ?? "" },
    published: first?.boolean("Published") ?? false,
  };
}

function variantOf(row: CsvRow, item: ItemFixture): VariantFixture {
  const options = [1, 2, 3]
    .map((n) => row.text(`Option${n} Value`))
    .filter((value) => value !== "" && value !== "Default Title");
  const externalId = [item.external_id, ...options].map(slug).join("-");
  const image = row.text("Variant Image");
  return {
    external_id: row.text("Variant SKU") || externalId,
    item: item.external_id,
    title: options.join(" / ") || item.title,
    description: item.description,
    url: item.url,
    sku: row.text("Variant SKU") || externalId,
    price: row.number("Variant Price") ?? 0,
    inventory_quantity: row.number("Variant Inventory Qty") ?? 0,
    // 1: not recommended once out of stock; 0: recommended regardless.
    inventory_policy: row.text("Variant Inventory Policy") === "deny" ? 1 : 0,
    ...(image !== "" && { image_full_url: image }),
    published: item.published ?? true,
  };
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Text as it stands in ids and URLs. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
