/** The catalog that the calls of the reference are answered from; relationships are given by external id. */
export const sampleCatalog = {
  categories: [
    { external_id: "shirts", name: "Shirts" },
    { external_id: "linen", name: "Linen" },
  ],
  items: [
    {
      external_id: "SHIRT-1",
      title: "Linen shirt",
      description: "A light shirt for warm days.",
      url: "https://shop.example/linen-shirt",
      price: 59,
      categories: ["shirts"],
    },
    {
      external_id: "SCARF-1",
      title: "Wool scarf",
      description: "Keeps you warm.",
      url: "https://shop.example/wool-scarf",
      price: 35,
      categories: [],
    },
  ],
  variants: [
    {
      external_id: "SHIRT-1-M",
      title: "Linen shirt, M",
      description: "A light shirt for warm days.",
      url: "https://shop.example/linen-shirt?size=m",
      sku: "SHIRT-1-M",
      inventory_quantity: 12,
      price: 59,
      item: "SHIRT-1",
    },
    {
      external_id: "SHIRT-1-S",
      title: "Linen shirt, S",
      description: "A light shirt for warm days.",
      url: "https://shop.example/linen-shirt?size=s",
      sku: "SHIRT-1-S",
      inventory_quantity: 0,
      price: 59,
      item: "SHIRT-1",
    },
  ],
};

const idsOf = (records: readonly { external_id: string }[]) =>
  records.map(({ external_id }) => `$custom:::$default:::${external_id}`);

/** Ids of the records that are there, by their type. */
export const existingIds: Readonly<Record<string, readonly string[]>> = {
  "catalog-item": idsOf(sampleCatalog.items),
  "catalog-variant": idsOf(sampleCatalog.variants),
  "catalog-category": idsOf(sampleCatalog.categories),
};
