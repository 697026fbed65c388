// Lists items page by page and updates the price of one; what it has created for that, it deletes again.
import { catalogId, filter, paginate, unwrap } from "@org/client";
import { openTarget } from "./support/target.ts";

await using target = await openTarget();
const { klaviyo } = target;
const prices = { "lesson-tee": 19, "lesson-cap": 12, "lesson-mug": 9.5 };
const ids = Object.keys(prices).map(catalogId);

for (const [external_id, price] of Object.entries(prices)) {
  const attributes = {
    external_id,
    title: external_id,
    description: "Of a lesson",
    url: "https://shop.example",
    price,
  };
  await unwrap(klaviyo.POST("/api/catalog-items", { body: { data: { type: "catalog-item", attributes } } }));
}
console.log(`In ${target.name}:`);
await list();

const id = catalogId("lesson-mug");
const { data: mug } = await unwrap(
  klaviyo.PATCH("/api/catalog-items/{id}", {
    params: { path: { id } },
    body: { data: { type: "catalog-item", id, attributes: { price: 7.5 } } },
  }),
);
console.log(`The price of ${mug.attributes.title} is now ${mug.attributes.price}:`);
await list();

for (const id of ids) await unwrap(klaviyo.DELETE("/api/catalog-items/{id}", { params: { path: { id } } }));

/** Two items a page, so that there is a second one; only the fields that are asked for have a type. */
async function list(): Promise<void> {
  const items = paginate(klaviyo, "/api/catalog-items", {
    params: { query: { filter: filter.any("ids", ids), "fields[catalog-item]": ["title", "price"], "page[size]": 2 } },
  });
  for await (const { attributes } of items) console.log(`  ${attributes.title}  ${attributes.price}`);
}
