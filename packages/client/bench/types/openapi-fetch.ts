import type { paths } from "@org/types";
import createClient from "openapi-fetch";

const klaviyo = createClient<paths>({ baseUrl: "https://a.klaviyo.com" });

const job = await klaviyo.GET("/api/catalog-category-bulk-create-jobs/{job_id}", {
  params: {
    path: { job_id: "01J" },
    query: { include: ["categories"], "fields[catalog-category]": ["name", "external_id"] },
  },
});
export const id: string | undefined = job.data?.data.id;

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
