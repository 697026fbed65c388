import { expect, test } from "vitest";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { testClient } from "../testing/test-client.ts";
import { unwrap } from "./unwrap.ts";

test("unwrap gives the data of a success", async () => {
  const klaviyo = testClient({ fetch: fakeFetch({ data: [] }) });
  expect(await unwrap(klaviyo.GET("/api/catalog-items"))).toEqual({ data: [] });
});

test("unwrap throws the ApiError of a failure", async () => {
  const call = testClient({ fetch: fakeFetch(500) }).GET("/api/catalog-items");
  await expect(unwrap(call)).rejects.toBe((await call).error);
});
