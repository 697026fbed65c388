import { ApiKeySession, CatalogsApi } from "klaviyo-api";

const klaviyo = new CatalogsApi(new ApiKeySession("pk_bench"));

const job = await klaviyo.getBulkCreateCategoriesJob("01J", {
  include: ["categories"],
  fieldsCatalogCategory: ["name", "external_id"],
});
export const id: string = job.body.data.id;

const items = await klaviyo.getCatalogItems({
  include: ["variants"],
  fieldsCatalogItem: ["title"],
  fieldsCatalogVariant: ["sku"],
});
export const titles: (string | null | undefined)[] = items.body.data.map(({ attributes }) => attributes.title);

const variant = await klaviyo.getCatalogVariant("$custom:::$default:::SHIRT-S", {
  fieldsCatalogVariant: ["sku", "price"],
});
export const price: number | null | undefined = variant.body.data.attributes.price;
