// Reads one bulk job with the categories it created, at revision 2023-12-15, and prints every field of the answer.
// Usage: get-create-categories-job.ts [job id] [--live]; without an id, a job is made first.
import { createClient, unwrap, waitForJob } from "@org/client/2023-12-15";
import type { Schema } from "@org/types/2023-12-15";
import { openTarget } from "./support/target.ts";

type JobDocument = Schema<"GetCatalogCategoryCreateJobResponseCompoundDocument">;
type Category = Schema<"CatalogCategoryResponseObjectResource">;

await using target = await openTarget();
const klaviyo = createClient(target.options);

const job_id = process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? (await makeJob());
const { data: job, included }: JobDocument = await unwrap(
  klaviyo.GET("/api/catalog-category-bulk-create-jobs/{job_id}/", {
    params: { path: { job_id }, query: { include: ["categories"] } },
  }),
);
printJob(job);
for (const category of included ?? []) printCategory(category);

function printJob({ type, id, attributes, relationships, links }: JobDocument["data"]): void {
  console.log(`${type} ${id}`);
  print("status", attributes.status);
  print("created_at", attributes.created_at);
  print("total_count", attributes.total_count);
  print("completed_count", attributes.completed_count);
  print("failed_count", attributes.failed_count);
  print("completed_at", attributes.completed_at);
  print("expires_at", attributes.expires_at);
  for (const { id, code, title, detail, source } of attributes.errors ?? []) {
    print("error", `${code}: ${title} ${detail}`);
    print("", `at ${source.pointer} (${id})`);
  }
  const { data = [], links: related } = relationships?.categories ?? {};
  for (const category of data) print("categories", `${category.type} ${category.id}`);
  print("", related?.related);
  print("", related?.self);
  print("self", links.self);
}

function printCategory({ type, id, attributes, links }: Category): void {
  console.log(`\n${type} ${id}`);
  print("external_id", attributes.external_id);
  print("name", attributes.name);
  print("updated", attributes.updated);
  print("self", links.self);
}

function print(name: string, value: string | number | null | undefined): void {
  console.log(`  ${name.padEnd(16)}${value ?? "-"}`);
}

/** Two categories, and a third that has the first one's id: that record fails. */
async function makeJob(): Promise<string> {
  const categories = ["Shirts", "Lamps", "Shirts"].map((name) => ({
    type: "catalog-category" as const,
    attributes: { external_id: name.toLowerCase(), name },
  }));
  const type = "catalog-category-bulk-create-job";
  const { data: submitted } = await unwrap(
    klaviyo.POST("/api/catalog-category-bulk-create-jobs/", {
      body: { data: { type, attributes: { categories: { data: categories } } } },
    }),
  );
  await waitForJob(klaviyo, { type, id: submitted.id });
  return submitted.id;
}
