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

function profile(path: string): unknown {
  const { document: given } = parseSpec(
    `openapi: 3.1.0\npaths:\n  /a:\n${path}\ncomponents:\n  schemas:\n    List: { oneOf: [{ type: string }, { type: [array, "null"] }] }\n    Loop: { anyOf: [{ $ref: "#/components/schemas/Loop" }, { type: string }] }\n`,
    "spec.yaml",
  );
  const { profiles, paths } = operationTable(given);
  return profiles[paths["/a"]?.GET ?? -1];
}

test("a document without limits, bodies and lists says nothing about them", () => {
  expect(profile("    get: { responses: { '204': {} } }")).toEqual({});
});

test("the type of answers is JSON and the success's, wherever they stand", () => {
  const answers = (text: string) => profile(`    get: { responses: { ${text} } }`);
  const csv = "text/csv: {}, application/vnd.api+json;version=2: {}";
  const problem = "'400': { content: { application/problem+json: {} } }";
  expect(answers(`${problem}, '200': { content: { ${csv} } }`)).toEqual({
    accept: "application/vnd.api+json;version=2",
  });
  expect(answers(`default: { content: { a/json: {} } }, 2XX: { content: { text/csv: {} } }`)).toEqual({
    accept: "text/csv",
  });
  expect(answers(`${problem}, '204': {}`)).toEqual({ accept: "application/problem+json" });
});

test("an operation's own parameter takes the place of its path's", () => {
  const parameter = (explode: boolean) => `{ name: ids, in: query, explode: ${explode}, schema: { type: array } }`;
  const both = (first: boolean, own: boolean) =>
    profile(`    parameters: [${parameter(first)}]\n    get: { parameters: [${parameter(own)}], responses: {} }`);
  expect(both(false, true)).toEqual({ explode: ["ids"] });
  expect(both(true, false)).toEqual({});
});

test("a list behind oneOf, a reference or a list of types is one; other styles are not repeated", () => {
  const list = "{ $ref: '#/components/schemas/List' }";
  const parameters = [
    `{ name: behind, in: query, schema: ${list} }`,
    `{ name: piped, in: query, style: pipeDelimited, schema: ${list} }`,
    "{ name: types, in: query, schema: { type: [array, 'null'] } }",
    "{ name: text, in: query, schema: { $ref: '#/components/schemas/Loop' } }",
    `{ name: header, in: header, schema: ${list} }`,
  ];
  expect(profile(`    get: { parameters: [${parameters}], responses: {} }`)).toEqual({ explode: ["behind", "types"] });
});
