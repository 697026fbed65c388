import { expect, test } from "vitest";
import { sameAttributes } from "./same-attributes.ts";

const found = {
  title: "Shirt",
  price: 1,
  url: null,
  images: ["a", "b"],
  custom_metadata: { size: "L", colors: { front: "red" } },
};

test.each<[sent: Record<string, unknown>, isSame: boolean]>([
  [{}, true],
  [{ title: "Shirt", price: 1 }, true],
  [{ title: "Shirt", price: 2 }, false],
  [{ title: "Trousers", price: 1 }, false],
  [{ price: "1" }, false],
  // What is absent is null.
  [{ url: null, published: null, sku: undefined }, true],
  [{ url: "" }, false],
  [{ published: false }, false],
  [{ images: ["a", "b"] }, true],
  [{ images: ["a"] }, false],
  [{ images: ["a", "b", "c"] }, false],
  [{ images: ["a", "c"] }, false],
  [{ images: null }, false],
  [{ images: [] }, false],
  [{ custom_metadata: { colors: { front: "red" }, size: "L" } }, true],
  [{ custom_metadata: { colors: { front: "blue" }, size: "L" } }, false],
  [{ custom_metadata: { colors: { back: "red" }, size: "L" } }, false],
  [{ custom_metadata: "L" }, false],
  [{ title: {} }, false],
  // These are parts of the id.
  [{ integration_type: "$custom", catalog_type: "$default", title: "Shirt" }, true],
  [{ integration_type: "$custom", title: "Trousers" }, false],
])("a record that was sent as %j is the one that was found: %j", (sent, isSame) => {
  expect(sameAttributes(sent, found)).toBe(isSame);
});
