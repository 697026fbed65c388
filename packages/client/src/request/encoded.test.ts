import { expect, test } from "vitest";
import { pathString } from "./path-string.ts";
import { queryString } from "./query-string.ts";

test("half of a character is an error that names the parameter", () => {
  expect(() => queryString({ filter: "a\ud800" })).toThrow("The parameter filter holds half of a character");
  expect(() => pathString("/api/{id}", { id: "\udc00" })).toThrow("The parameter id holds half of a character");
  expect(queryString({ filter: "😀" })).toBe("filter=%F0%9F%98%80");
});
