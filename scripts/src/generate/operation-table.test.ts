import { expect, test } from "vitest";
import { parseSpec } from "../document/read-document.ts";
import { operationTable, renderOperationTable } from "./operation-table.ts";

const { document } = parseSpec(
  `openapi: 3.0.3
info: { version: "2026-07-15" }
paths:
  /a:
    get:
      operationId: get_a
      parameters:
        - { name: include, in: query, explode: false, schema: { type: array } }
        - { name: tags, in: query, schema: { type: array } }
      responses: { "200": { content: { application/vnd.api+json: {} } } }
      x-klaviyo-ratelimit: { burst: 3/s, steady: 60/m, daily: 225/d }
      x-klaviyo-scopes: [catalogs:read]
    post:
      requestBody: { content: { application/vnd.api+json: {} } }
      responses: { "204": {}, "4XX": { content: { application/vnd.api+json: {} } } }
  /b:
    post:
      operationId: post_b
      requestBody: { content: { application/x-www-form-urlencoded: {} } }
      responses: { "4XX": { content: { application/vnd.api+json: {} } } }
`,
  "spec.yaml",
);

const mediaType = "application/vnd.api+json";

test("the table holds limits, media types and repeated arrays, and says equal profiles once", () => {
  expect(operationTable(document)).toEqual({
    revision: "2026-07-15",
    profiles: [
      { burst: 3, steady: 60, daily: 225, accept: mediaType, explode: ["tags"] },
      { accept: mediaType },
      { accept: mediaType, contentType: "application/x-www-form-urlencoded" },
    ],
    paths: {
      "/a": { GET: 0, POST: 1 },
      "/b": { POST: 2 },
    },
  });
});

test("the rendered table is the same data", () => {
  const table = operationTable(document);
  expect(new Function(`return ${renderOperationTable(table)}`)()).toEqual(table);
});
