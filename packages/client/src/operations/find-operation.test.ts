import { expect, test } from "vitest";
import * as december from "../generated/2023-12-15.ts";
import * as july from "../generated/2026-07-15.ts";
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

test.each([december.operations, july.operations])("every operation of $revision is found by its URL", (table) => {
  const operations = Object.entries(table.paths).flatMap(([path, methods]) => {
    const url = `https://a.klaviyo.com${path.replace(/\{\w+\}/, "%24custom%3A1")}`;
    return Object.keys(methods).map((method) => ({ name: `${method} ${path}`, attempt: attempt(url, { method }) }));
  });
  expect(operations.length).toBeGreaterThan(0);
  expect(operations.map(({ attempt }) => findOperation(table, ...attempt)?.name)).toEqual(
    operations.map(({ name }) => name),
  );
});
