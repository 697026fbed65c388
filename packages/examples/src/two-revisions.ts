// Two revisions side by side, as a program has them while it moves from one to the other.
import { createClient, memoryStore, operations, unwrap, waitForJob } from "@org/client";
import * as former from "@org/client/2023-12-15";
import type { Schema } from "@org/types";
import type { Schema as FormerSchema } from "@org/types/2023-12-15";
import { openTarget } from "./support/target.ts";

await using target = await openTarget();
// They share a store, because the API counts an operation under all its revisions.
const options = { ...target.options, rateLimit: { store: memoryStore() } };
const klaviyo = createClient(options);
const formerKlaviyo = former.createClient(options);

// Not moved yet: its paths end in a slash, and its operations have other names.
const type = "catalog-category-bulk-create-job";
const category = { type: "catalog-category" as const, attributes: { external_id: "moving", name: "Moving" } };
const { data: submitted } = await unwrap(
  formerKlaviyo.POST("/api/catalog-category-bulk-create-jobs/", {
    body: { data: { type, attributes: { categories: { data: [category] } } } },
  }),
);

// Moved: follows the same job to its end, as the current revision has it.
const job = await waitForJob(klaviyo, { type, id: submitted.id });
print(former.operations.revision, submitted);
print(operations.revision, job);

// Code that both share takes either, and the compiler sees to it that it fits both.
type Job = Schema<"CatalogCategoryCreateJobResponseObjectResource">;
type FormerJob = FormerSchema<"CatalogCategoryCreateJobResponseObjectResource">;
function print(revision: string, { id, attributes, links }: Job | FormerJob): void {
  console.log(`${revision}  ${id}  ${attributes.status}, completed ${attributes.completed_at ?? "not yet"}`);
  console.log(`            ${links.self}`);
}
