import { expect, test } from "vitest";
import { findOperation } from "./find-operation.ts";
import { table } from "./testing/table.ts";

function operationOf(method: string, url: string): string | undefined {
  return findOperation(table)(new Request(url, { method }))?.operationId;
}

test.each([
  ["GET", "https://a.klaviyo.com/api/catalog-items", "get_catalog_items"],
  ["GET", "https://a.klaviyo.com/api/catalog-items?filter=equals(a,%22/api/x%22)#/api/y", "get_catalog_items"],
  ["POST", "https://a.klaviyo.com/api/catalog-items", "create_catalog_item"],
  ["GET", "https://a.klaviyo.com/api/catalog-items/%24custom%3A%2Fapi%2Fx", "get_catalog_item"],
  ["GET", "http://127.0.0.1:80/api/proxy/api/catalog-items/1/variants", "get_catalog_item_variants"],
  ["PUT", "https://a.klaviyo.com/api/catalog-items", undefined],
  ["GET", "https://a.klaviyo.com/api/catalog-items/", undefined],
  ["GET", "https://a.klaviyo.com/api/catalog-items/1/other", undefined],
  ["GET", "https://a.klaviyo.com/", undefined],
])("%s %s is %s", (method, url, operation) => {
  expect(operationOf(method, url)).toBe(operation);
});
