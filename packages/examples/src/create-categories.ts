// Creates categories in bulk: submit a job, follow it, read back what it made.
import { unwrap, waitForJob } from "@org/client";
import { openTarget } from "./support/target.ts";

await using target = await openTarget();
const { klaviyo } = target;
console.log(`Creating three categories in ${target.name}`);

const categories = ["Summer Shirts", "Plant Pots", "Lamps"].map((name) => ({
  type: "catalog-category" as const,
  attributes: { external_id: name.toLowerCase().replaceAll(" ", "-"), name },
}));
const type = "catalog-category-bulk-create-job";
const { data: submitted } = await unwrap(
  klaviyo.POST("/api/catalog-category-bulk-create-jobs", {
    body: { data: { type, attributes: { categories: { data: categories } } } },
  }),
);
const job_id = submitted.id;
await waitForJob(
  klaviyo,
  { type, id: job_id },
  {
    interval: { min: 200, max: 5_000 },
    onProgress: ({ attributes: { status, completed_count, total_count } }) =>
      console.log(`  ${status.padEnd(10)} ${completed_count ?? 0} of ${total_count}`),
  },
);

const { data: job, included } = await unwrap(
  klaviyo.GET("/api/catalog-category-bulk-create-jobs/{job_id}", {
    params: {
      path: { job_id },
      query: { include: ["categories"], "fields[catalog-category]": ["external_id", "name"] },
    },
  }),
);
for (const { id, attributes } of included) console.log(`  ${id}  ${attributes.name}`);
for (const { detail, source } of job.attributes.errors ?? []) console.log(`  failed: ${detail} (${source.pointer})`);

const { completed_count, failed_count, status } = job.attributes;
console.log(`job ${job.id}: ${status}, ${completed_count ?? 0} created, ${failed_count ?? 0} failed`);
