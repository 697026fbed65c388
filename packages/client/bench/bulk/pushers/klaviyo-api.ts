import { ApiKeySession, CatalogsApi, RetryWithExponentialBackoff } from "klaviyo-api";
import type { Pusher, ShopCategory } from "../pusher.ts";

/** The straightforward script: 25 jobs side by side, each submitted and polled every second until it is complete. */
export const push: Pusher = async (baseUrl, categories, signal) => {
  const retry = new RetryWithExponentialBackoff({ retryCodes: [429], numRetries: 20 });
  const catalogs = new CatalogsApi(new ApiKeySession("pk_test", retry));
  catalogs.basePath = baseUrl;
  const source = categories[Symbol.iterator]();
  let done = 0;
  const worker = async (): Promise<void> => {
    while (!signal.aborted) {
      const data = Array.from({ length: 100 }, () => source.next().value as ShopCategory).map(
        ({ external_id, name }) => {
          return { type: "catalog-category" as const, attributes: { externalId: external_id, name } };
        },
      );
      const { body } = await catalogs.bulkCreateCatalogCategories({
        data: { type: "catalog-category-bulk-create-job", attributes: { categories: { data } } },
      });
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        const job = await catalogs.getBulkCreateCategoriesJob(body.data.id);
        if (job.body.data.attributes.status === "complete") break;
      }
      done += data.length;
    }
  };
  await Promise.all(Array.from({ length: 25 }, worker));
  return done;
};
