import { describe, expect, test } from "vitest";
import { valueAt } from "../document/json-pointer.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { compareStructure } from "./compare-structure.ts";

/** A small API with every trap in it: a property called `title`, a filter field called `title`, a schema in itself. */
function api(): OpenApiDocument {
  return {
    openapi: "3.0.2",
    servers: [{ url: "https://api.example" }],
    security: [{ Key: [] }],
    paths: {
      "/items/{id}": {
        get: {
          operationId: "get_item",
          tags: ["Catalogs"],
          parameters: [
            { name: "id", in: "path", required: true, schema: { type: "string" } },
            { $ref: "#/components/parameters/Fields" },
          ],
          responses: {
            "200": { content: { "application/json": { schema: { $ref: "#/components/schemas/Item" } } } },
            "4XX": { $ref: "#/components/responses/ClientError" },
          },
          "x-klaviyo-ratelimit": { burst: "75/s", steady: "700/m" },
          "x-klaviyo-scopes": ["catalogs:read", "catalogs:write"],
          "x-klaviyo-filters": { title: { operators: { single: ["contains"] }, value: { type: "string" } } },
        },
      },
      "/lists": { get: { operationId: "get_lists", tags: ["Lists"] } },
    },
    components: {
      parameters: {
        Fields: {
          name: "fields[item]",
          in: "query",
          explode: false,
          schema: { type: "array", items: { type: "string", enum: ["title", "price"] } },
        },
      },
      responses: { ClientError: { content: {} } },
      schemas: {
        Item: {
          type: "object",
          description: "An item.",
          required: ["id", "title"],
          properties: {
            id: { type: "string", example: "SHIRT-1" },
            title: { type: "string", title: "Title" },
            description: { type: "string", nullable: true },
            price: { type: "number", default: 0 },
            related: { type: "array", items: { $ref: "#/components/schemas/Item" } },
            link: { $ref: "#/components/schemas/Link", description: "Ignored beside a reference." },
          },
        },
        Link: { type: "object" },
        Unused: { type: "object" },
      },
      securitySchemes: { Key: { type: "apiKey", in: "header", name: "Authorization", "x-default": "Key" } },
    },
  } as OpenApiDocument;
}

/** Sets the value at a pointer, or removes it. */
function edit(pointer: string, value?: unknown): (document: OpenApiDocument) => void {
  return (document) => {
    const at = pointer.lastIndexOf("/");
    const holder = valueAt(document, pointer.slice(0, at)) as Record<string, unknown>;
    const key = pointer.slice(at + 1).replaceAll("~1", "/");
    if (value === undefined) delete holder[key];
    else holder[key] = value;
  };
}

const catalogs = ({ operation }: { operation: { tags?: string[] } }) => operation.tags?.includes("Catalogs") ?? false;
const operation = "/paths/~1items~1{id}/get";
const schema = `${operation}/responses/200/content/application~1json/schema`;
const item = "/components/schemas/Item";

/** Compares the API with an edited copy, and the other way round: both must name the same places. */
function compareWith(change: (document: OpenApiDocument) => void): string[] {
  const changed = api();
  change(changed);
  const pointers = (differences: { pointer: string }[]) =>
    differences.map(({ pointer }) => pointer.replace(/\d+$/, "-"));
  const found = compareStructure(changed, api(), catalogs);
  expect(pointers(compareStructure(api(), changed, catalogs)).sort()).toEqual(pointers(found).sort());
  return found.map(({ pointer }) => pointer);
}

test("a document has its own structure", () => {
  expect(compareStructure(api(), api(), catalogs)).toEqual([]);
});

describe("what is free", () => {
  test.each([
    ["words", edit(`${item}/description`, "Something for sale.")],
    ["an example", edit(`${item}/properties/id/example`)],
    ["a schema's title", edit(`${item}/properties/title/title`)],
    ["words beside a $ref", edit(`${item}/properties/link/description`)],
    ["the security scheme's x-default", edit("/components/securitySchemes/Key/x-default")],
    ["order of required", edit(`${item}/required`, ["title", "id"])],
    ["order of an enum", edit("/components/parameters/Fields/schema/items/enum", ["price", "title"])],
    ["order of scopes", edit(`${operation}/x-klaviyo-scopes`, ["catalogs:write", "catalogs:read"])],
    ["order of parameters", (document: OpenApiDocument) => document.paths["/items/{id}"]?.get?.parameters?.reverse()],
    ["order of keys", edit(`${item}/properties/id`, { example: "SHIRT-1", type: "string" })],
    ["a parameter written in place", edit(`${operation}/parameters/1`, api().components?.parameters?.Fields)],
    ["a component that no selected operation needs", edit("/components/schemas/Unused")],
    ["an operation that is not selected", edit("/paths/~1lists")],
  ])("%s", (_, change) => {
    expect(compareWith(change)).toEqual([]);
  });
});

describe("what is named, with its place", () => {
  test.each([
    ["a missing operation", edit(operation), "/paths/~1items~1{id}"],
    ["an invented operation", edit("/paths/~1items", { get: { tags: ["Catalogs"] } }), "/paths/~1items"],
    ["an operationId", edit(`${operation}/operationId`, "read_item"), `${operation}/operationId`],
    [
      "an extension",
      edit(`${operation}/x-klaviyo-ratelimit/steady`, "750/m"),
      `${operation}/x-klaviyo-ratelimit/steady`,
    ],
    [
      "a filter field called title",
      edit(`${operation}/x-klaviyo-filters/title`),
      `${operation}/x-klaviyo-filters/title`,
    ],
    ["a scope", edit(`${operation}/x-klaviyo-scopes`, ["catalogs:read"]), `${operation}/x-klaviyo-scopes`],
    ["a missing parameter", edit(`${operation}/parameters`, []), `${operation}/parameters/-`],
    ["an explode flag", edit("/components/parameters/Fields/explode", true), `${operation}/parameters/1/explode`],
    [
      "an invented enum value",
      edit("/components/parameters/Fields/schema/items/enum", ["title", "price", "sku"]),
      `${operation}/parameters/1/schema/items/enum`,
    ],
    ["a status code", edit(`${operation}/responses/4XX`), `${operation}/responses/4XX`],
    ["a missing property", edit(`${item}/properties/price`), `${schema}/properties/price`],
    ["a missing property called title", edit(`${item}/properties/title`), `${schema}/properties/title`],
    [
      "a missing property called description",
      edit(`${item}/properties/description`),
      `${schema}/properties/description`,
    ],
    ["a changed nullable", edit(`${item}/properties/description/nullable`, false), `${schema}/properties/description`],
    ["a changed default", edit(`${item}/properties/price/default`, 1), `${schema}/properties/price/default`],
    ["a required property", edit(`${item}/required`, ["id"]), `${schema}/required`],
    ["a schema moved into another", edit(`${item}/properties/link`, { type: "object" }), `${item}/properties/link`],
    ["another schema in itself", edit(`${item}/properties/related/items/$ref`, "#/components/schemas/Link"), schema],
    ["a nullable beside a $ref", edit(`${item}/properties/link/nullable`, true), `${schema}/properties/link/nullable`],
    ["a server", edit("/servers/0/url", "https://other.example"), "/servers/0"],
    ["the security", edit("/security", [{}]), "/security/0/Key"],
    [
      "a security scheme",
      edit("/components/securitySchemes/Key/name", "X-Key"),
      "/components/securitySchemes/Key/name",
    ],
  ])("%s", (_, change, place) => {
    expect(compareWith(change).join("\n")).toContain(place);
  });

  test("only the places that differ", () => {
    expect(compareStructure(api(), api(), () => true)).toEqual([]);
    expect(compareWith(edit(`${item}/properties/id/type`, "integer"))).toEqual([
      `${schema}/properties/id/type`,
      `${item}/properties/id/type`,
    ]);
  });

  test("with both values", () => {
    const changed = api();
    edit(`${item}/properties/price/type`, "string")(changed);
    expect(compareStructure(changed, api(), catalogs)[0]).toEqual({
      pointer: `${schema}/properties/price/type`,
      ours: "string",
      reference: "number",
    });
  });
});
