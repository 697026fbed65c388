import { expect, test } from "vitest";
import { walk } from "./walk.ts";

function visited(schema: object): string[] {
  const paths: string[] = [];
  walk(schema, "schema", (_, kind, path) => paths.push([kind, ...path].join(" ")));
  return paths;
}

test("a name is no keyword, a keyword is no name, and data is neither", () => {
  const schema = {
    properties: {
      example: { type: "string" },
      default: { properties: { $ref: {} } },
      examples: { items: true, enum: [{ items: {} }] },
    },
    default: { properties: { no: {} } },
    example: { items: {} },
    "x-own": { items: {} },
    allOf: [{}, { not: {} }],
  };
  expect(visited(schema)).toEqual([
    "schema",
    "schema properties example",
    "schema properties default",
    "schema properties default properties $ref",
    "schema properties examples",
    "schema allOf 0",
    "schema allOf 1",
    "schema allOf 1 not",
  ]);
});

test("components, headers and media types may be called like keywords", () => {
  const document = {
    components: {
      schemas: { example: {}, default: {}, "x-thing": {} },
      responses: { examples: { headers: { example: { schema: {} } }, content: { default: { schema: {} } } } },
    },
    paths: { "x-not-a-path": { get: {} } },
  };
  const paths: string[] = [];
  walk(document, "document", (_, kind, path) => paths.push(`${kind} ${path.join("/")}`));
  expect(paths).toEqual([
    "document ",
    "components components",
    "schema components/schemas/example",
    "schema components/schemas/default",
    "schema components/schemas/x-thing",
    "response components/responses/examples",
    "header components/responses/examples/headers/example",
    "schema components/responses/examples/headers/example/schema",
    "mediaType components/responses/examples/content/default",
    "schema components/responses/examples/content/default/schema",
  ]);
});
