import { expect, test } from "vitest";
import { pathString } from "./path-string.ts";

test("every character that means something in a path is encoded", () => {
  expect(pathString("/api/{a}/x/{b}", { a: "$custom:::$default:::ä/1", b: "a?b#c%" })).toBe(
    "/api/%24custom%3A%3A%3A%24default%3A%3A%3A%C3%A4%2F1/x/a%3Fb%23c%25",
  );
});

test.each(["", ".", "..", undefined, null])("%o is refused: it would call another operation", (id) => {
  expect(() => pathString("/api/catalog-items/{id}", { id })).toThrow("cannot be the path parameter id");
});

test("a parameter that is left out is missed", () => {
  expect(() => pathString("/api/{a}/x/{b}", { a: "1" })).toThrow("cannot be the path parameter b");
  expect(() => pathString("/api/{a}")).toThrow("cannot be the path parameter a");
});
