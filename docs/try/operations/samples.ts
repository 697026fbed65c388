interface Sample {
  /** The record of the sample catalog that an example names. */
  id: string;
  externalId: string;
  /** What the catalog does not have yet. */
  newExternalId: string;
  /** What an example writes into the attributes of a new record. */
  attributes: Readonly<Record<string, unknown>>;
  /** What it writes into those of a record that is there. */
  changes: Readonly<Record<string, unknown>>;
}

function sample(externalId: string, newExternalId: string, more: Pick<Sample, "attributes" | "changes">): Sample {
  return { id: `$custom:::$default:::${externalId}`, externalId, newExternalId, ...more };
}

/** What examples name and write, by the type of a resource. */
export const samples: Readonly<Record<string, Sample>> = {
  "catalog-item": sample("SHIRT-1", "HAT-1", {
    attributes: {
      title: "Straw hat",
      description: "For sunny days",
      url: "https://shop.example/straw-hat",
      price: 29.5,
    },
    changes: { title: "Linen shirt, washed", price: 54 },
  }),
  "catalog-variant": sample("SHIRT-1-M", "SHIRT-1-XL", {
    attributes: {
      title: "Linen shirt, XL",
      description: "Size XL",
      sku: "LS-XL",
      inventory_quantity: 12,
      price: 59,
      url: "https://shop.example/linen-shirt?size=xl",
    },
    changes: { title: "Linen shirt, medium", inventory_quantity: 7, price: 54 },
  }),
  "catalog-category": sample("SHIRTS", "HATS", { attributes: { name: "Hats" }, changes: { name: "Shirts and tops" } }),
};

/** The type of the resource that the `{id}` of a path belongs to, by the segment before it. */
export const typeBySegment: Readonly<Record<string, string>> = {
  "catalog-items": "catalog-item",
  "catalog-variants": "catalog-variant",
  "catalog-categories": "catalog-category",
};
