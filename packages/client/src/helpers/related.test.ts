import { expect, expectTypeOf, test } from "vitest";
import { mockClient } from "../testing/mock-client.ts";
import { related } from "./related.ts";
import { unwrap } from "./unwrap.ts";

test("a relationship resolves to its included resources, in its order and with their types", async () => {
  const { klaviyo } = await mockClient();
  const query = { include: ["variants"], "fields[catalog-variant]": ["sku"] } as const;
  const document = await unwrap(
    klaviyo.GET("/api/catalog-items/{id}", { params: { path: { id: "$custom:::$default:::I0" }, query } }),
  );
  const variants = related(document, document.data, "variants");
  expectTypeOf(variants?.[0]?.attributes).toEqualTypeOf<{ sku: string | null } | undefined>();
  expect(variants?.map((variant) => variant?.attributes.sku).sort()).toEqual(["L", "S"]);
  // @ts-expect-error no such relationship
  related(document, document.data, "variantz");
});

const shirt = { type: "catalog-item" as const, id: "1", attributes: {} };
const linked = (data?: unknown) => ({
  relationships: { item: { data: data as typeof shirt }, items: { data: [shirt] } },
});

test("what is not included, not linked or not there is undefined, never a crash", () => {
  const document = { data: null, included: [shirt] };
  expect(related(document, linked(shirt), "item")).toBe(shirt);
  expect(related(document, linked({ type: "catalog-item", id: "2" }), "item")).toBeUndefined();
  expect(related(document, linked(null), "item")).toBeUndefined();
  expect(related(document, linked(), "item")).toBeUndefined();
  expect(related({ data: null }, linked(), "items")).toEqual([undefined]);
  const bare: { relationships?: ReturnType<typeof linked>["relationships"] } = {};
  expect(related(document, bare, "items")).toBeUndefined();
});
