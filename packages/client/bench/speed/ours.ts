import { type ClientOptions, createClient, type Middleware, memoryStore } from "@org/client";
import { apiKey, type Contender, jobId } from "./contender.ts";

/**
 * Ours with everything that is on by default: retry, rate limit, timeout and the rest. The limiter does all its work,
 * but against limits that loopback does not reach; with the document's 350 calls a second it would only wait. It
 * remembers as many calls as its limit holds, so a limit of a million would measure a heap that no account has.
 */
function contender(options: ClientOptions, ...middleware: Middleware[]): Contender {
  return (baseUrl) => {
    const counts = memoryStore();
    const store = { take: (operation: string) => counts.take(operation, { burst: 20_000, steady: 1_000_000 }) };
    const klaviyo = createClient({ apiKey, baseUrl, rateLimit: { store }, ...options });
    klaviyo.use(...middleware);
    return async () => {
      const { data } = await klaviyo.GET("/api/catalog-category-bulk-create-jobs/{job_id}", {
        params: {
          path: { job_id: jobId },
          query: { include: ["categories"], "fields[catalog-category]": ["name", "external_id"] },
        },
      });
      return data?.data.id;
    };
  };
}

export const ours = contender({});

const hook = (): void => {};

/** With what is off by default, too. */
export const oursWithHooks = contender({ onRequest: hook, onResponse: hook, onRetry: hook, onRateLimit: hook });

/** With a middleware that looks at every request, which needs a real `Request`. */
export const oursWithMiddleware = contender({}, { onRequest: hook });

/** The time of a whole call needs a signal that follows two others. */
export const oursWithCallLimit = contender({ timeout: { attempt: 30_000, call: 60_000 } });
