import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Response, Schema } from "./openapi.ts";
import { parseSpec, readDocument } from "./read-document.ts";
import { resolve } from "./reference.ts";

const get = (operation: string) => `openapi: 3.0.3
info: { title: t, version: "1" }
paths:
  /a:
    get:
${operation
  .split("\n")
  .map((line) => `      ${line}`)
  .join("\n")}
`;

describe("a document that cannot be used is one message with file and line", () => {
  const cases: Record<string, [text: string, message: string | RegExp]> = {
    "broken YAML": ["a: b\nc: [1, }", /^spec\.yaml:2: not valid YAML: /],
    "broken JSON": ['{\n  "a": 1,\n  b\n}', /^spec\.yaml:3: not valid JSON: /],
    "no object": ["- a", "spec.yaml:1: not an OpenAPI document: expected an object at the top"],
    "an empty file": ["", /^spec\.yaml:1: not valid YAML: .* empty$/],
    "a key twice": ["openapi: 3.0.3\ninfo: {}\ninfo: {}", "spec.yaml:3: not valid YAML: duplicated mapping key"],
    "Swagger 2": ["swagger: '2.0'\npaths: {}", /expected an OpenAPI 3\.0 or 3\.1 document, but it is version "2\.0"$/],
    "no version": ["info: {}", /but there is no `openapi` key$/],
    "no paths": ["openapi: 3.0.3\ninfo: {}", /has no `paths`/],
    "empty paths": ["openapi: 3.0.3\npaths: {}", /^spec\.yaml:2: the document has no `paths`/],
    "a dangling reference": [
      get("responses: { '200': { $ref: '#/components/responses/Nope' } }"),
      'spec.yaml:6: $ref "#/components/responses/Nope" at /paths/~1a/get/responses/200 leads nowhere: there is no /components/responses/Nope',
    ],
    "a reference to an anchor": [get("requestBody: { $ref: '#body' }"), /names an anchor; refer to the place itself/],
    "a reference to a word": [get("requestBody: { $ref: '#/info/title' }"), /leads to a string, not to an object/],
    "a reference to what is no answer": [
      get("responses: { '200': { $ref: '#/x-a' } }\nx-b: 1").concat("x-a: { content: [] }\n"),
      /expected an object at \/x-a\/content, found an array/,
    ],
    "a reference to itself": [
      `${get("responses: {}")}components:\n  schemas:\n    A: { $ref: '#/components/schemas/A' }`,
      /^spec\.yaml:9: .* only leads back to itself/,
    ],
    "two references to each other": [
      `${get("responses: {}")}components:\n  schemas:\n    A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/A' }`,
      /only leads back to itself/,
    ],
    "a reference to another file": [get("requestBody: { $ref: 'other.yaml#/x' }"), /leads out of the document/],
    "a reference to a URL": [get("requestBody: { $ref: 'https://example.com/x' }"), /leads out of the document/],
    "an operationId twice": [
      `${get("operationId: one")}    post:\n      operationId: one`,
      "spec.yaml:8: operationId one of /paths/~1a/post is already that of /paths/~1a/get; make it unique",
    ],
    "a prototype key": [
      get('responses: { "__proto__": { polluted: true } }'),
      /the key `__proto__` at .* is not allowed/,
    ],
    "an alias in itself": [`${get("responses: {}")}x: &x [*x]`, /not usable YAML: an alias contains itself/],
    "aliases that unfold into billions": [
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefgh"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[index]}`)}]`).join("\n")}`,
      /not usable YAML: its aliases unfold into too much/,
    ],
    "the operationId of a webhook": [
      `${get("operationId: one")}webhooks: { w: { post: { operationId: one } } }`,
      /operationId one of \/webhooks\/w\/post is already that of \/paths\/~1a\/get/,
    ],
    "schemas that are no list": [
      `${get("responses: {}")}components: { schemas: { A: { anyOf: {} } } }`,
      /^spec\.yaml:7: expected an array at \/components\/schemas\/A\/anyOf, found an object$/,
    ],
    "a schema that is none": [
      `${get("responses: {}")}components: { schemas: { A: { properties: { b: [] } } } }`,
      /expected a schema at \/components\/schemas\/A\/properties\/b, found an array$/,
    ],
    "a reference that is none": [
      `${get("responses: {}")}components: { schemas: { A: { $ref: 7 } } }`,
      /expected a reference at \/components\/schemas\/A\/\$ref, found a number$/,
    ],
    "a header that is nothing": [
      get("responses: { '200': { headers: { X: null } } }"),
      /expected an object at .*\/headers\/X, found nothing$/,
    ],
    "parameters that are no list": [
      get("parameters: oops"),
      /^spec\.yaml:6: expected an array at .*\/parameters, found a string$/,
    ],
    "a response that is nothing": [get("responses: { '200': null }"), /expected an object at .*, found nothing$/],
    "operators of a filter that are no list": [
      get("x-klaviyo-filters: { title: { operators: { single: {} } } }"),
      /expected an array at .*\/x-klaviyo-filters\/title\/operators\/single, found an object$/,
    ],
    "a filter's operator that is no word": [
      get("x-klaviyo-filters: { title: { operators: { list: [7] } } }"),
      /expected a string at .*\/operators\/list\/0, found a number$/,
    ],
    "values of a filter that are no list": [
      get("x-klaviyo-filters: { title: { operators: {}, value: { enum: 7 } } }"),
      /expected an array at .*\/value\/enum, found a number$/,
    ],
  };
  for (const [name, [text, message]] of Object.entries(cases)) {
    test(name, () => {
      expect(() => parseSpec(text, "spec.yaml")).toThrow(message);
    });
  }

  test("a file of 30 MB", async () => {
    const file = join(await mkdtemp(join(tmpdir(), "spec-")), "huge.yaml");
    await writeFile(file, "x".repeat(30 * 1024 * 1024));
    await expect(readDocument(file)).rejects.toThrow(/huge\.yaml: the file is 30 MB and at most 20 MB are read/);
  });

  test("a file that is not there", async () => {
    await expect(readDocument("nowhere.yaml")).rejects.toThrow(/^nowhere\.yaml: cannot be read: ENOENT/);
  });
});

describe("what YAML and OpenAPI allow is read as it is meant", () => {
  const read = (text: string) => parseSpec(text, "spec.yaml").document;

  test("merge keys", () => {
    const schemas = "A: &a { type: object, title: a }\n    B: { <<: *a, title: b }";
    const { components } = read(`${get("responses: {}")}components:\n  schemas:\n    ${schemas}\n`);
    expect(components?.schemas?.B).toEqual({ type: "object", title: "b" });
  });

  test("a byte order mark, before YAML and before JSON, and YAML that begins with a brace", () => {
    const document = read(get("responses: {}"));
    expect(read(`\uFEFF${get("responses: {}")}`)).toEqual(document);
    expect(read(`\uFEFF${JSON.stringify(document)}`)).toEqual(document);
    const flow = '{openapi: 3.0.3, info: {title: t, version: "1"}, paths: {/a: {get: {responses: {}}}}}';
    expect(read(flow)).toEqual(document);
  });

  test("a schema that is true or false", () => {
    const text = get("parameters: [{ name: q, in: query, schema: true }]\nresponses: {}").replace("3.0.3", "3.1.0");
    expect(read(text).paths["/a"]?.get?.parameters).toEqual([{ name: "q", in: "query", schema: true }]);
  });

  test("a map with nothing in it", () => {
    const { components, paths } = read(`${get("responses:")}components:\n  schemas:\n  responses: {}\n`);
    expect(components).toEqual({ schemas: {}, responses: {} });
    expect(paths["/a"]?.get?.responses).toEqual({});
  });

  test("webhooks alone, and components alone", () => {
    expect(read("openapi: 3.1.0\nwebhooks: { created: { post: { responses: {} } } }").paths).toEqual({});
    expect(read("openapi: 3.1.0\ncomponents: { schemas: { A: {} } }").paths).toEqual({});
  });

  test("a version that is written as a number", () => {
    expect(read("openapi: 3.0.3\ninfo: { version: 7 }\npaths: { /a: {} }").info?.version).toBe("7");
  });

  test("what stands beside a path's $ref", () => {
    const { paths } = read(
      "openapi: 3.1.0\npaths: { /a: { $ref: '#/components/pathItems/A', put: { operationId: put } } }\n" +
        "components: { pathItems: { A: { get: { operationId: get } } } }",
    );
    expect(paths["/a"]).toEqual({ get: { operationId: "get" }, put: { operationId: "put" } });
  });
});

test("a property may be called $ref or example", () => {
  const schema = "{ type: object, properties: { $ref: { type: string }, example: { type: string } } }";
  const text = `${get("responses: {}")}components: { schemas: { A: ${schema} } }`;
  expect(parseSpec(text, "spec.yaml").document.components?.schemas).toHaveProperty("A");
});

test("a reference into another part leads to a component of its own, and `%` and `~` are read as they are meant", () => {
  const schemas = {
    "100% a/b~c": { type: "string" },
    Thing: { properties: { own: { $ref: "#/components/schemas/Thing/properties/size" }, size: { type: "number" } } },
  };
  const schema = (ref: string) => ({ content: { "application/json": { schema: { $ref: ref } } } });
  const { document } = parseSpec(
    JSON.stringify({
      openapi: "3.1.0",
      paths: {
        "/a": {
          get: {
            responses: {
              "200": schema("#/components/schemas/100%25%20a~1b~0c"),
              "201": schema("#/components/schemas/100% a~1b~0c"),
              "202": schema("#/x-shapes/One"),
              "203": schema("#/paths/~1a/get/responses/200/content/application~1json/schema"),
            },
          },
        },
      },
      "x-shapes": { One: { $ref: "#/x-shapes/Two" }, Two: { type: "boolean" } },
      components: { schemas },
    }),
    "spec.json",
  );
  const shared = document.components?.schemas ?? {};
  expect(Object.keys(shared)).toEqual([
    "100% a/b~c",
    "Thing",
    "x-shapes.One",
    "x-shapes.Two",
    "paths.-a.get.responses.200.content.application-json.schema",
    "Thing.properties.size",
  ]);
  expect(shared["Thing.properties.size"]).toEqual({ type: "number" });
  const { responses = {} } = document.paths["/a"]?.get ?? {};
  const types = Object.values(responses).map((response) => {
    const { content = {} } = resolve<Response>(document, response);
    return resolve<Schema>(document, content["application/json"]?.schema ?? {}).type;
  });
  expect(types).toEqual(["string", "string", "boolean", "string"]);
  expect(JSON.stringify(document)).not.toContain('"$ref":"#/paths');
});

test("what an anchor shares can be changed in one place alone", () => {
  const { document } = parseSpec(`${get("responses: {}")}x: [&x { a: 1 }, *x]`, "spec.yaml");
  const [first, second] = document.x as object[];
  expect(first).toEqual(second);
  expect(first).not.toBe(second);
});

test("locate names the line of a pointer, in YAML and in JSON", () => {
  const yaml = parseSpec(get("operationId: one"), "spec.yaml");
  expect(yaml.locate("/paths/~1a/get/operationId")).toBe("spec.yaml:6");
  const json = parseSpec(JSON.stringify(yaml.document, null, 2), "spec.json");
  expect(json.locate("/paths/~1a/get/operationId")).toBe("spec.json:10");
});
