import { expect, test } from "vitest";
import { queryString } from "./query-string.ts";

test.each([
  [{}, ""],
  [{ sort: "-created", "page[size]": 2 }, "sort=-created&page[size]=2"],
  [{ filter: 'equals(a,"b&c")' }, "filter=equals(a%2C%22b%26c%22)"],
  [{ "fields[catalog-item]": ["title", "external_id"] }, "fields[catalog-item]=title,external_id"],
  [{ include: [undefined, "variants", null, "categories", undefined] }, "include=variants,categories"],
  [{ include: [], tag: [null], sort: undefined, filter: null, "page[cursor]": "" }, ""],
  [{ include: [], "page[size]": 0 }, "page[size]=0"],
  [{ tag: ["a", undefined, "b/c"], include: ["x", "y"] }, "tag=a&tag=b%2Fc&include=x,y"],
])("%o is written as %s", (query, text) => {
  expect(queryString(query, ["tag"])).toBe(text);
});

test("without a name that is repeated every list is comma-separated, and no query is no text", () => {
  expect(queryString({ tag: ["a", "b"] })).toBe("tag=a,b");
  expect(queryString()).toBe("");
});
