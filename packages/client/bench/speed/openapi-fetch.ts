import type { paths } from "@org/types";
import createClient from "openapi-fetch";
import { apiKey, type Contender, jobId } from "./contender.ts";

const contender =
  (signal: () => AbortSignal | undefined): Contender =>
  (baseUrl) => {
    const client = createClient<paths>({
      baseUrl,
      headers: {
        authorization: `Klaviyo-API-Key ${apiKey}`,
        revision: "2026-07-15",
        accept: "application/vnd.api+json",
      },
      querySerializer: { array: { style: "form", explode: false } },
    });
    return async () => {
      const { data } = await client.GET("/api/catalog-category-bulk-create-jobs/{job_id}", {
        params: {
          path: { job_id: jobId },
          query: { include: ["categories"], "fields[catalog-category]": ["name", "external_id"] },
        },
        signal: signal(),
      });
      return data?.data.id;
    };
  };

/** openapi-fetch alone: no retry, no limits, no timeouts. */
export const openapiFetch = contender(() => undefined);

/** With what a program writes that does not wait for ever. */
export const openapiFetchWithTimeLimit = contender(() => AbortSignal.timeout(30_000));
