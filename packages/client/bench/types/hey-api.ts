import { getBulkCreateCategoriesJob, getCatalogItems, getCatalogVariant } from "hey-api";

// its types ask for the header in every call
const headers = { revision: "2026-07-15" };

const job = await getBulkCreateCategoriesJob({
  headers,
  path: { job_id: "01J" },
  query: { include: ["categories"], "fields[catalog-category]": ["name", "external_id"] },
});
export const id: string | undefined = job.data?.data.id;

const items = await getCatalogItems({
  headers,
  query: { include: ["variants"], "fields[catalog-item]": ["title"], "fields[catalog-variant]": ["sku"] },
});
export const titles: (string | null | undefined)[] | undefined = items.data?.data.map(
  ({ attributes }) => attributes.title,
);

const variant = await getCatalogVariant({
  headers,
  path: { id: "$custom:::$default:::SHIRT-S" },
  query: { "fields[catalog-variant]": ["sku", "price"] },
});
export const price: number | null | undefined = variant.data?.data.attributes.price;
