// Creates categories in bulk: submit a job, follow it, read back what it made.
import { setTimeout as sleep } from "node:timers/promises";
import { unwrap } from "@org/client";
import { submitCategories } from "./support/submit-categories.ts";
import { openTarget } from "./support/target.ts";

await using target = await openTarget();
const { klaviyo } = target;
console.log(`Creating three categories in ${target.name}`);

const job_id = await submitCategories(klaviyo, ["Summer Shirts", "Plant Pots", "Lamps"]);
const path = "/api/catalog-category-bulk-create-jobs/{job_id}";

for (;;) {
  const { data: job } = await unwrap(klaviyo.GET(path, { params: { path: { job_id } } }));
  const { status, completed_count, total_count } = job.attributes;
  console.log(`  ${status.padEnd(10)} ${completed_count ?? 0} of ${total_count}`);
  if (status === "complete" || status === "cancelled") break;
  await sleep(200);
}

const { data: job, included } = await unwrap(
  klaviyo.GET(path, {
    params: {
      path: { job_id },
      query: { include: ["categories"], "fields[catalog-category]": ["external_id", "name"] },
    },
  }),
);
for (const { id, attributes } of included ?? []) console.log(`  ${id}  ${attributes.name}`);
for (const { detail, source } of job.attributes.errors ?? []) console.log(`  failed: ${detail} (${source.pointer})`);

const { completed_count, failed_count, status } = job.attributes;
console.log(`job ${job.id}: ${status}, ${completed_count ?? 0} created, ${failed_count ?? 0} failed`);
