import { expect, expectTypeOf, test } from "vitest";
import { mockClient } from "../testing/mock-client.ts";
import { catalogId } from "./catalog-id.ts";
import { unwrap } from "./unwrap.ts";

test("the id of an external id is the one that the API gives", async () => {
  const { klaviyo } = await mockClient();
  const path = { id: catalogId("I0") };
  expectTypeOf(path.id).toEqualTypeOf<"$custom:::$default:::I0">();
  const { data } = await unwrap(klaviyo.GET("/api/catalog-items/{id}", { params: { path } }));
  expect(data).toMatchObject({ id: "$custom:::$default:::I0", attributes: { external_id: "I0" } });
});

test.each(["", undefined, 1])("%j is no external id", (value) => {
  expect(() => catalogId(value as string)).toThrow(`it got ${JSON.stringify(value)}`);
});
