import { expect, test } from "vitest";
import * as december from "./generated/2023-12-15.ts";
import * as newest from "./generated/current.ts";
import * as current from "./index.ts";
import { fakeFetch } from "./testing/fake-fetch.ts";

test("the package's own entry is the current revision, and sends it", async () => {
  expect(current.createClient).toBe(newest.createClient);
  const fetch = fakeFetch();
  await current.createClient({ apiKey: "pk_1", fetch }).GET("/api/catalog-items");
  expect(fetch.last.headers.get("revision")).toBe(newest.operations.revision);
});

test("a pinned entry sends its own revision, media types and paths", async () => {
  const fetch = fakeFetch();
  const klaviyo = december.createClient({ apiKey: "pk_1", fetch });
  await klaviyo.GET("/api/catalog-category-bulk-create-jobs/{job_id}/", { params: { path: { job_id: "j1" } } });
  expect(fetch.last.url).toBe("https://a.klaviyo.com/api/catalog-category-bulk-create-jobs/j1/");
  expect(fetch.last.headers.get("revision")).toBe("2023-12-15");
  expect(fetch.last.headers.get("accept")).toBe("application/json");
});
