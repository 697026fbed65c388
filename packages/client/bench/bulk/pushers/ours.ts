import { bulk, createClient } from "@org/client";
import type { Pusher } from "../pusher.ts";

/** `bulk`, as it comes. */
export const push: Pusher = async (baseUrl, categories, signal) => {
  const klaviyo = createClient({ apiKey: "pk_test", baseUrl });
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
