import { createClient } from "@org/client";

const klaviyo = createClient({ apiKey: "pk_bench" });

const job = await klaviyo.GET("/api/catalog-category-bulk-create-jobs/{job_id}", {
  params: {
    path: { job_id: "01J" },
    query: { include: ["categories"], "fields[catalog-category]": ["name", "external_id"] },
  },
});
// @ts-expect-error: not in the fieldset
export const updated = job.data?.included[0]?.attributes.updated;
export const names: (string | null | undefined)[] | undefined = job.data?.included.map(
  ({ attributes }) => attributes.name,
);

const items = await klaviyo.GET("/api/catalog-items", {
  params: { query: { include: ["variants"], "fields[catalog-item]": ["title"], "fields[catalog-variant]": ["sku"] } },
});
export const titles: (string | null | undefined)[] | undefined = items.data?.data.map(
  ({ attributes }) => attributes.title,
);

const variant = await klaviyo.GET("/api/catalog-variants/{id}", {
  params: { path: { id: "$custom:::$default:::SHIRT-S" }, query: { "fields[catalog-variant]": ["sku", "price"] } },
});
export const price: number | null | undefined = variant.data?.data.attributes.price;
