import type { OpenApiDocument } from "@org/scripts/src/document/openapi.ts";
import { expect, test } from "vitest";
import { readOperations } from "./read-operations.ts";

const document = {
  openapi: "3.0.2",
  info: { title: "Shop", version: "1" },
  paths: {
    "/api/catalog-items/{id}": {
      patch: {
        operationId: "update_item",
        summary: "Update an item",
        tags: ["Catalogs"],
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "string" } },
          { name: "fields[catalog-item]", in: "query", schema: { type: "array", items: { enum: ["title", "price"] } } },
          { name: "page[size]", in: "query", schema: { type: "integer", minimum: 1, maximum: 100 } },
          { name: "sort", in: "query", schema: { type: "string", enum: ["created"] } },
          { name: "revision", in: "header", required: true },
        ],
        requestBody: {
          content: {
            json: {
              schema: {
                properties: {
                  type: { enum: ["catalog-item"] },
                  id: { type: "string" },
                  attributes: { properties: { title: { type: "string" }, images: { type: "array" } } },
                },
                required: ["type", "id", "attributes"],
              },
            },
          },
        },
        "x-klaviyo-ratelimit": { burst: "75/s", steady: "750/m" },
        "x-klaviyo-filters": {
          ids: { operators: { list: ["any"] }, value: { type: "string" } },
          created: {
            operators: { single: ["less-than"], none: ["has"] },
            value: { type: "string", format: "date-time" },
          },
        },
      },
    },
  },
} as OpenApiDocument;

test("an operation is read with its parameters, filters, limits and a body that fits the sample catalog", () => {
  const [operation] = readOperations(document);
  expect(operation?.limits).toEqual({ burst: 75, steady: 750 });
  expect(operation?.parameters.map(({ name, kind, example }) => [name, kind, example])).toEqual([
    ["id", "text", "$custom:::$default:::SHIRT-1"],
    ["fields[catalog-item]", "choices", undefined],
    ["page[size]", "integer", undefined],
    ["sort", "choice", undefined],
  ]);
  expect(operation?.filters).toEqual([
    { name: "ids", operators: [{ name: "any", compares: "list" }], type: "text", example: "text" },
    {
      name: "created",
      operators: [
        { name: "less-than", compares: "one" },
        { name: "has", compares: "nothing" },
      ],
      type: "date",
      example: "2026-01-01T00:00:00Z",
    },
  ]);
  expect(JSON.parse(operation?.body ?? "")).toEqual({
    type: "catalog-item",
    id: "$custom:::$default:::SHIRT-1",
    attributes: { title: "Linen towel" },
  });
});
