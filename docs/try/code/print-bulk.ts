/** The program that the bulk run stands for. */
export const bulkCode = `import { bulk, createClient } from "@org/client";

const klaviyo = createClient({ apiKey: "pk_test" });

declare const items: { external_id: string; title: string; description: string; url: string; price: number }[];

const run = bulk(klaviyo, "upsert", "catalog-item", items, {
  total: items.length,
  onProgress: ({ submitted, done, failed, jobsOpen }) => console.log(submitted, done, failed, jobsOpen),
});
for await (const { record, status, error } of run) {
  if (status !== "done") console.error(record.external_id, error?.detail);
}
console.log(await run.summary());
`;
