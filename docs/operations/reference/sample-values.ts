/** Values for records that are not in the catalog yet, by the type of the record and the property's name. */
const byType: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  "catalog-item": {
    external_id: ["TOWEL-1", "TOWEL-2"],
    title: ["Linen towel", "Cotton towel"],
    description: ["Dries fast.", "Soft and thick."],
    url: ["https://shop.example/linen-towel", "https://shop.example/cotton-towel"],
    price: [24, 19],
  },
  "catalog-variant": {
    external_id: ["SHIRT-1-XL", "SHIRT-1-XXL"],
    title: ["Size XL", "Size XXL"],
    description: ["Size XL", "Size XXL"],
    url: ["https://shop.example/shirt-1?option=xl", "https://shop.example/shirt-1?option=xxl"],
    sku: ["LS-XL", "LS-XXL"],
    inventory_quantity: [8, 3],
    price: [59, 64],
  },
  "catalog-category": {
    external_id: ["TOWELS", "HATS"],
    name: ["Towels", "Hats"],
  },
};

const byName: Readonly<Record<string, readonly unknown[]>> = {
  email: ["ada@shop.example"],
  phone_number: ["+15005550006"],
};

/** Properties that a small call names although it need not: what one usually writes. */
export const usual: readonly string[] = ["price", "inventory_quantity", "name", "profile", "email"];

/** Fields of a sparse fieldset, the more telling first. */
export const tellingFields: readonly string[] = [
  "title",
  "name",
  "price",
  "status",
  "total_count",
  "completed_count",
  "failed_count",
];

/** A value of ours for a property, where we have one. */
export function sampleValue(type: string | undefined, name: string, index: number): unknown {
  const values = (type === undefined ? undefined : byType[type]?.[name]) ?? byName[name];
  return values?.[index % values.length];
}
