// Maps a shop's own products to the bodies that the API takes, checked by @org/types alone: no client is loaded.
import type { Schema } from "@org/types";

/** What the shop's own database holds. */
interface Product {
  sku: string;
  name: string;
  text: string;
  cents: number;
  shelf: string;
  sizes: Readonly<Record<string, number>>;
}

const products: readonly Product[] = [
  { sku: "TEE", name: "Plain Tee", text: "Cotton", cents: 1_900, shelf: "shirts", sizes: { S: 4, M: 0 } },
  { sku: "LAMP", name: "Desk Lamp", text: "Oak and brass", cents: 8_950, shelf: "lamps", sizes: { One: 12 } },
];

// A field that the API does not know, one that is missing or one of another type is an error of the compiler.
function itemOf({ sku, name, text, cents, shelf }: Product): Schema<"CatalogItemCreateQuery"> {
  return {
    data: {
      type: "catalog-item",
      attributes: { external_id: sku, title: name, description: text, url: urlOf(sku), price: cents / 100 },
      relationships: { categories: { data: [{ type: "catalog-category", id: `$custom:::$default:::${shelf}` }] } },
    },
  };
}

function variantsOf({ sku, name, text, cents, sizes }: Product): Schema<"CatalogVariantCreateQuery">[] {
  return Object.entries(sizes).map(([size, stock]) => ({
    data: {
      type: "catalog-variant",
      attributes: {
        external_id: `${sku}-${size}`,
        sku: `${sku}-${size}`,
        title: `${name}, ${size}`,
        description: text,
        url: urlOf(sku),
        price: cents / 100,
        inventory_quantity: stock,
      },
      relationships: { item: { data: { type: "catalog-item", id: `$custom:::$default:::${sku}` } } },
    },
  }));
}

function urlOf(sku: string): string {
  return `https://shop.example/${sku.toLowerCase()}`;
}

for (const product of products)
  for (const body of [itemOf(product), ...variantsOf(product)]) console.log(JSON.stringify(body));
