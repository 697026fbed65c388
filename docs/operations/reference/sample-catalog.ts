import type { Fixture } from "@org/mock";

const shop = "https://shop.example";

/**
 * A small shop, from which the site's calls are answered; relationships are given by external id. The second record of a
 * kind is not related to the first of another: a call that relates two can take these.
 */
export const sampleCatalog = {
  categories: [
    { external_id: "SHIRTS", name: "Shirts" },
    { external_id: "KITCHEN", name: "Kitchen" },
    { external_id: "SUMMER", name: "Summer" },
  ],
  items: [
    item("SHIRT-1", "Linen shirt", 59, ["SHIRTS", "SUMMER"]),
    item("MUG-1", "Stoneware mug", 18, ["KITCHEN"]),
    item("SHIRT-2", "Oxford shirt", 69, ["SHIRTS"]),
    item("TEE-1", "Organic tee", 24.5, ["SHIRTS", "SUMMER"]),
  ],
  variants: [
    variant("SHIRT-1", "S", "LS-S", 59, 4),
    variant("SHIRT-1", "M", "LS-M", 59, 0),
    variant("SHIRT-1", "L", "LS-L", 59, 11),
    variant("MUG-1", "BLUE", "MUG-B", 18, 7),
    variant("SHIRT-2", "M", "OX-M", 69, 3),
    variant("TEE-1", "M", "OT-M", 24.5, 25),
  ],
} satisfies Fixture;

const idsOf = (records: readonly { external_id: string }[]) =>
  records.map(({ external_id }) => `$custom:::$default:::${external_id}`);

/** Ids of the records that are there, by their type. */
export const existingIds: Readonly<Record<string, readonly string[]>> = {
  "catalog-item": idsOf(sampleCatalog.items),
  "catalog-variant": idsOf(sampleCatalog.variants),
  "catalog-category": idsOf(sampleCatalog.categories),
};

function item(external_id: string, title: string, price: number, categories: string[]) {
  const description = `${title}, made to last`;
  return { external_id, title, description, url: `${shop}/${external_id.toLowerCase()}`, price, categories };
}

function variant(item: string, option: string, sku: string, price: number, inventory_quantity: number) {
  const title = `${sku.startsWith("MUG") ? "Colour" : "Size"} ${option}`;
  const url = `${shop}/${item.toLowerCase()}?option=${option.toLowerCase()}`;
  return { external_id: `${item}-${option}`, item, title, description: title, url, sku, price, inventory_quantity };
}
