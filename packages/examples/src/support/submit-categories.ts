import { type Client, unwrap } from "@org/client";

/** Submits a job that creates one category for each name, at most 100 of them; answers the job's id. */
export async function submitCategories(klaviyo: Client, names: readonly string[]): Promise<string> {
  const categories = names.map((name) => ({
    type: "catalog-category" as const,
    attributes: { external_id: name.toLowerCase().replaceAll(" ", "-"), name },
  }));
  const { data: job } = await unwrap(
    klaviyo.POST("/api/catalog-category-bulk-create-jobs", {
      body: { data: { type: "catalog-category-bulk-create-job", attributes: { categories: { data: categories } } } },
    }),
  );
  return job.id;
}
