import { bulk, createClient } from "@org/client";
import { ApiKeySession, CatalogsApi, RetryWithExponentialBackoff } from "klaviyo-api";

/** A category of a shop. */
export interface ShopCategory {
  external_id: string;
  name: string;
}

/** Creates categories until the time is up; tells how many were done. */
export type Pusher = (baseUrl: string, categories: Iterable<ShopCategory>, signal: AbortSignal) => Promise<number>;

const apiKey = "pk_test";

/** `bulk`, as it comes. */
const ours: Pusher = async (baseUrl, categories, signal) => {
  const klaviyo = createClient({ apiKey, baseUrl });
  let done = 0;
  try {
    for await (const { status } of bulk(klaviyo, "create", "catalog-category", categories, {
      signal,
      timeout: 10_000,
    })) {
      if (status === "done") done++;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return done;
};

/** The straightforward script: 25 jobs side by side, each submitted and polled every second until it is complete. */
const straightforward: Pusher = async (baseUrl, categories, signal) => {
  const retry = new RetryWithExponentialBackoff({ retryCodes: [429], numRetries: 20 });
  const catalogs = new CatalogsApi(new ApiKeySession(apiKey, retry));
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

export const pushers = { "@org/client": ours, "klaviyo-api 23": straightforward } satisfies Record<string, Pusher>;
