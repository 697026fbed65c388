/** The program that the bulk run stands for. */
export const bulkCode = `import { bulk, createClient } from "@org/client";

const klaviyo = createClient({ apiKey: "pk_test" });

const items = [
  {
    external_id: "ITEM-00001",
    title: "Linen shirt",
    description: "Linen shirt, made to last",
    url: "https://shop.example/item-00001",
    price: 59,
  },
  // and so on
];

const run = bulk(klaviyo, "upsert", "catalog-item", items, {
  total: items.length,
  onProgress: ({ submitted, done }) => console.log(submitted, done),
});
for await (const { record, status, error } of run) {
  if (status !== "done") console.error(record.external_id, error?.detail);
}
console.log(await run.summary());
`;
