import type { Mock } from "../src/index.ts";

export const headers = {
  authorization: "Klaviyo-API-Key pk_bench",
  revision: "2023-12-15",
  "content-type": "application/json",
};

/** Submits a job of ten categories and returns the path of the operation that this project began with. */
export async function seedJob(mock: Pick<Mock, "fetch">, number = 0): Promise<string> {
  const data = Array.from({ length: 10 }, (_, i) => ({
    type: "catalog-category",
    attributes: { external_id: `C${number}-${i}`, name: `Category ${i}` },
  }));
  const path = "/api/catalog-category-bulk-create-jobs/";
  const job = { data: { type: "catalog-category-bulk-create-job", attributes: { categories: { data } } } };
  const response = await mock.fetch(path, { method: "POST", headers, body: JSON.stringify(job) });
  const { data: submitted } = (await response.json()) as { data: { id: string } };
  return `${path}${submitted.id}/?include=categories`;
}
