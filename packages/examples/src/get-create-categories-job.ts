// Reads one bulk job, with the categories it created: every field of the answer is typed.
// Usage: get-create-categories-job.ts [job id] [--live]; without an id, a job is made first.
import { setTimeout as sleep } from "node:timers/promises";
import { unwrap } from "@org/client";
import { submitCategories } from "./support/submit-categories.ts";
import { openTarget } from "./support/target.ts";

await using target = await openTarget();
const { klaviyo } = target;

let job_id = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
if (!job_id) {
  job_id = await submitCategories(klaviyo, ["Summer Shirts"]);
  await sleep(1_000);
}

const { data: job, included } = await unwrap(
  klaviyo.GET("/api/catalog-category-bulk-create-jobs/{job_id}", {
    params: {
      path: { job_id },
      query: {
        include: ["categories"],
        "fields[catalog-category]": ["external_id", "name", "updated"],
      },
    },
  }),
);

const { attributes, relationships } = job;
console.log(`${job.type} ${job.id}`);
console.log(`  status     ${attributes.status}`);
console.log(`  created    ${attributes.created_at}`);
console.log(`  completed  ${attributes.completed_at ?? "not yet"}`);
console.log(`  expires    ${attributes.expires_at ?? "unknown"}`);
console.log(
  `  records    ${attributes.completed_count ?? 0} of ${attributes.total_count}, ${attributes.failed_count ?? 0} failed`,
);
console.log(`  link       ${job.links.self}`);
for (const { code, title, detail, source } of attributes.errors ?? []) {
  console.log(`  error      ${code}: ${title}: ${detail} at ${source.pointer}`);
}
for (const { type, id } of relationships?.categories?.data ?? []) console.log(`  made       ${type} ${id}`);
for (const category of included ?? []) {
  const { external_id, name, updated } = category.attributes;
  console.log(`  included   ${external_id}: ${name}, updated ${updated}`);
}
