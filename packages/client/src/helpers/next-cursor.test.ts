import { expect, test } from "vitest";
import { nextCursor } from "./next-cursor.ts";

const page = (next: string | null) => ({ links: { next } });

test("the last page has no next cursor", () => {
  for (const last of [{}, { links: undefined }, { links: {} }, page(null), page("")]) {
    expect(nextCursor(last)).toBeUndefined();
  }
});

test("a link may be relative, name the API, or name where the client sends its calls", () => {
  const path = "/api/catalog-items?page%5Bcursor%5D=a%3D";
  expect(nextCursor(page(path))).toBe("a=");
  expect(nextCursor(page(`https://a.klaviyo.com${path}`))).toBe("a=");
  expect(nextCursor(page(`https://a.klaviyo.com${path}`), "https://proxy.example/k")).toBe("a=");
  expect(nextCursor(page(`https://proxy.example/k${path}`), "https://proxy.example/k")).toBe("a=");
});

test("a link to another origin is an error that names both", () => {
  expect(() => nextCursor(page("https://b.example/x?page[cursor]=a"), "https://proxy.example/k")).toThrow(
    "The next page is said to be at https://b.example, not at https://proxy.example: not followed.",
  );
});

test("a link without a cursor is an error that does not quote its query", () => {
  expect(() => nextCursor(page("https://a.klaviyo.com/api/catalog-items?private=1"))).toThrow(
    /^The link to the next page has no page\[cursor\]: \/api\/catalog-items$/,
  );
});
