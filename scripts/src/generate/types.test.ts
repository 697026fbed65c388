import { beforeAll, describe, expect, test } from "vitest";
import { parseSpec, readDocument } from "../document/read-document.ts";
import { type CompilerVersion, compile, compilers } from "../testing/compilers.ts";
import { referenceDocuments, skippedWithoutReference } from "../testing/reference-documents.ts";
import { generateTypes } from "./types.ts";

const versions = Object.keys(compilers) as CompilerVersion[];

const sample = `openapi: 3.0.3
info: { version: "2026-07-15" }
paths:
  /items/{id}:
    get:
      operationId: get_item
      x-klaviyo-operation-aliases: [read_item, fetch_item]
      x-klaviyo-filters:
        title: { operators: { single: [contains] }, value: { type: string } }
        status: { operators: { list: [any, equals], single: [equals] }, value: { enum: [on, off] } }
        created: { operators: { single: [less-than] }, value: { type: string, format: date-time } }
        media: { operators: { none: [has] } }
      parameters:
        - { name: id, in: path, required: true, schema: { type: string, nullable: true } }
        - { $ref: "#/components/parameters/Revision" }
      responses:
        "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } } }
    post:
      operationId: create_item
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Item" } } } }
      responses: { "204": {} }
components:
  parameters:
    Revision: { name: revision, in: header, required: true, schema: { type: string } }
  schemas:
    Kind: { type: string, enum: [small, large] }
    Item:
      type: object
      properties:
        kind: { $ref: "#/components/schemas/Kind", nullable: true }
        integration: { type: string, default: custom }
        metadata: { type: object }
`;

const consumer = `
import type { filters, Operation, operations, Revision, routes, Schema } from "./types.js";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const check = <_ extends true>() => {};
check<Equal<Revision, "2026-07-15">>();
check<Equal<Operation<"get_item">["parameters"]["path"]["id"], string>>();
check<Equal<Operation<"get_item">["parameters"]["header"], undefined>>();
check<Equal<Schema<"Item">["kind"], "small" | "large" | null | undefined>>();
check<Equal<Schema<"Item">["integration"], string | undefined>>();
check<Equal<Schema<"Item">["metadata"], Record<string, unknown> | undefined>>();
check<Equal<operations["read_item"], operations["get_item"]>>();
check<Equal<operations["fetch_item"], operations["get_item"]>>();
check<Equal<routes["GET"]["/items/{id}"], operations["get_item"]>>();
check<Equal<routes["POST"]["/items/{id}"], operations["create_item"]>>();
check<Equal<filters["/items/{id}"]["title"], { contains: string }>>();
check<Equal<filters["/items/{id}"]["status"]["any"], ("on" | "off")[]>>();
check<Equal<filters["/items/{id}"]["status"]["equals"], "on" | "off" | ("on" | "off")[]>>();
check<Equal<filters["/items/{id}"]["created"], { "less-than": string | Date }>>();
check<Equal<filters["/items/{id}"]["media"], { has: null }>>();
// @ts-expect-error a key that is not there
export type Missing = routes["GET"]["/items"];
`;

describe("the types of a document", () => {
  let types: string;
  beforeAll(async () => {
    types = generateTypes(parseSpec(sample, "spec.yaml").document);
  });

  test.each(versions)("are what a caller needs, under TypeScript %s", async (version) => {
    expect(await compile(version, { "types.ts": types, "consumer.ts": consumer })).toBe("");
  });

  test("mark former operation ids as deprecated", () => {
    expect(types).toMatch(/\/\*\* @deprecated Renamed to `get_item`\. \*\/\s+read_item: operations\["get_item"\];/);
  });

  test("are the same bytes again", async () => {
    expect(generateTypes(parseSpec(sample, "spec.yaml").document)).toBe(types);
  });

  test("leave the document as it was", async () => {
    const { document } = parseSpec(sample, "spec.yaml");
    generateTypes(document);
    expect(document).toEqual(parseSpec(sample, "spec.yaml").document);
  });

  test("of OpenAPI 3.1: a path parameter is not null either", async () => {
    const text = sample
      .replace("3.0.3", "3.1.0")
      .replace("{ type: string, nullable: true }", "{ type: [string, 'null'] }");
    const generated = generateTypes(parseSpec(text, "spec.yaml").document);
    const probe =
      'import type { routes } from "./types.js";\nexport const id: string = null! as routes["GET"]["/items/{id}"]["parameters"]["path"]["id"];\n';
    expect(await compile("7", { "types.ts": generated, "probe.ts": probe })).toBe("");
  });

  test("say that an open enum of an answer may grow", async () => {
    const text = sample.replace(
      "integration: { type: string, default: custom }",
      "state: { type: string, enum: [a, b], nullable: true }",
    );
    const open = generateTypes(parseSpec(text, "spec.yaml").document, { openEnums: true });
    const probe = `import type { Schema } from "./types.js";\nexport const state: Schema<"Item">["state"] = "c";\nexport const none: Schema<"Item">["state"] = null;\n`;
    expect(await compile("7", { "types.ts": open, "probe.ts": probe })).toBe("");
    const closed = generateTypes(parseSpec(text, "spec.yaml").document);
    expect(await compile("7", { "types.ts": closed, "probe.ts": probe })).toMatch(/'"c"' is not assignable/);
  });
});

describe.skipIf(referenceDocuments.length === 0)(`the whole API${skippedWithoutReference}`, () => {
  const generated: Record<string, string> = {};
  beforeAll(async () => {
    for (const { revision, file } of referenceDocuments) {
      generated[`${revision}.ts`] = generateTypes((await readDocument(file)).document);
    }
  });

  test("type-checks at every revision under TypeScript 7", async () => {
    expect(Object.keys(generated).length).toBe(referenceDocuments.length);
    expect(await compile("7", generated)).toBe("");
  });

  test.each(["5.9", "6"] as const)("type-checks at the newest revision under TypeScript %s", async (version) => {
    const [newest] = Object.entries(generated).slice(-1);
    expect(await compile(version, Object.fromEntries([newest ?? ["", "missing"]]))).toBe("");
  });
});
