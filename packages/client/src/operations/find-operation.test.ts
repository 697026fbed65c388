import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { table } from "../testing/table.ts";
import { findOperation } from "./find-operation.ts";

function operationOf(method: string, url: string): string | undefined {
  return findOperation(table, ...attempt(url, { method }))?.name;
}

test.each([
  ["GET", "https://a.klaviyo.com/api/catalog-items", "GET /api/catalog-items"],
  ["GET", "https://a.klaviyo.com/api/catalog-items?filter=equals(a,%22/api/x%22)#/api/y", "GET /api/catalog-items"],
  ["POST", "https://a.klaviyo.com/api/catalog-items", "POST /api/catalog-items"],
  ["GET", "https://a.klaviyo.com/api/catalog-items/%24custom%3A%2Fapi%2Fx", "GET /api/catalog-items/{id}"],
  ["GET", "http://127.0.0.1:80/api/proxy/api/catalog-items/1/variants", "GET /api/catalog-items/{id}/variants"],
  ["PUT", "https://a.klaviyo.com/api/catalog-items", undefined],
  ["GET", "https://a.klaviyo.com/api/catalog-items/", undefined],
  ["GET", "https://a.klaviyo.com/api/catalog-items/1/other", undefined],
  ["GET", "https://a.klaviyo.com/", undefined],
])("%s %s is %s", (method, url, operation) => {
  expect(operationOf(method, url)).toBe(operation);
});
