import { describe, expect, test } from "vitest";
import type { OpenApiDocument } from "../document/openapi.ts";
import { parseSpec } from "../document/read-document.ts";
import { compareStructure } from "../lint/compare-structure.ts";
import { changedLines } from "../testing/changed-lines.ts";
import type { SmallApi } from "../testing/small-api.ts";
import { editLayout } from "./edit-layout.ts";
import { orderDocument } from "./order-document.ts";

/** A layout that no printer would choose: comments everywhere, both styles of lists, shared parameters and anchors. */
const layout = `openapi: 3.0.2

info:
  title: Small   # three spaces
  version: "2026-01-15"

paths:
  # Lists
  /api/things:
    get:
      operationId: list_things
      parameters:
      - $ref: "#/components/parameters/Sort"
      - { name: limit, in: query, schema: {type: integer} }
      responses:
        "200": { description: Things., content: { application/json: { schema: { $ref: "#/components/schemas/Things" } } } }

  # One
  /api/things/{id}/:
    get:
      operationId: get_thing
      description: >-
        Reads a thing, which
        is known by its id.
      tags: [Things,   Stuff]
      parameters:
        - $ref: "#/components/parameters/Sort"
      responses:
        "200":
          description: A thing.
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }

components:
  parameters:
    # Of everything.
    Sort:
      name: sort
      in: query
      schema: { type: string, enum: [name, created] } # in this order

  schemas:
    Things:
      type: object
      properties:
        data: { type: array, items: { $ref: "#/components/schemas/Thing" } }

    Thing:
      type: object
      required: [name, id]
      properties:
        # The id comes first.
        id: &id
          type: string
          description: Which one.
        name: { type: string } # what it is called
        parent: *id
        twin: *id
        size: { type: integer, minimum: 1 }
`;

const parse = (text: string) => parseSpec(text, "layout.yaml").document;

/** The document as upstream publishes it: without anchors, and with its parameters repeated. */
function published(edit: (document: SmallApi) => void = () => {}): OpenApiDocument {
  const document = structuredClone(parse(layout)) as unknown as SmallApi;
  const { Sort } = (document.components as unknown as Record<string, Record<string, object>>).parameters ?? {};
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) {
      operation.parameters = operation.parameters.map((each) => structuredClone("$ref" in each ? { ...Sort } : each));
    }
  }
  Reflect.deleteProperty(document.components, "parameters");
  edit(document);
  return orderDocument(document as unknown as OpenApiDocument);
}

/** What an edit of upstream's document changes in the fragment. */
async function changes(edit: (document: SmallApi) => void): Promise<string[]> {
  const text = await editLayout(layout, parse(layout), published(edit));
  expect(compareStructure(parse(text), published(edit), () => true)).toEqual([]);
  return changedLines(layout, text);
}

const thing = ({ components }: SmallApi) => components.schemas.Thing as SmallApi["components"]["schemas"][string];
const one = ({ paths }: SmallApi) => paths["/api/things/{id}/"]?.get as SmallApi["paths"][string][string];
const list = ({ paths }: SmallApi) => paths["/api/things"]?.get as SmallApi["paths"][string][string];
const sort = (operation: SmallApi["paths"][string][string]) => operation.parameters[0] as { schema: object };

test("what is published as it stands changes nothing", async () => {
  expect(await changes(() => {})).toEqual([]);
});

test("words of upstream change nothing", async () => {
  expect(
    await changes((document) => {
      one(document).description = "Gets it.";
      Object.assign(thing(document).properties.name ?? {}, { description: "A name.", example: "Tom" });
    }),
  ).toEqual([]);
});

describe("only what changed is changed", () => {
  test("a keyword", async () => {
    expect(
      await changes((document) => Object.assign(thing(document).properties.name ?? {}, { nullable: true })),
    ).toEqual([
      "-        name: { type: string } # what it is called",
      "+        name: { type: string, nullable: true } # what it is called",
    ]);
  });

  test("a property that is new, among its neighbours and in their style", async () => {
    expect(
      await changes((document) => {
        thing(document).properties.rank = { type: "integer" };
      }),
    ).toEqual(["+        rank: { type: integer }"]);
  });

  test("a property that is gone, with what was said about it", async () => {
    expect(await changes((document) => Reflect.deleteProperty(thing(document).properties, "name"))).toEqual([
      "-        name: { type: string } # what it is called",
    ]);
  });

  test("a set, in our order", async () => {
    expect(
      await changes((document) => {
        thing(document).required = ["id", "name", "size"];
      }),
    ).toEqual(["-      required: [name, id]", "+      required: [name, size, id]"]);
  });

  test("an operation that is new", async () => {
    const lines = await changes((document) => {
      document.paths["/api/things/{id}/owner"] = {
        get: { operationId: "get_owner", parameters: [], responses: { "204": { description: "Nobody." } } },
      };
    });
    expect(lines.filter((line) => line.startsWith("-"))).toEqual([]);
    expect(lines.slice(0, 2)).toEqual(["+  /api/things/{id}/owner:", "+    get:"]);
    expect(lines.at(-1)).toBe("+");
  });

  test("names of paths and components, and the media type", async () => {
    const lines = await changes((document) => {
      document.paths["/api/things/{id}"] = document.paths["/api/things/{id}/"] ?? {};
      Reflect.deleteProperty(document.paths, "/api/things/{id}/");
      const { get } = document.paths["/api/things/{id}"] ?? {};
      const schema = { $ref: "#/components/schemas/OneThing" };
      Object.assign(get?.responses["200"] ?? {}, { content: { "application/vnd.api+json": { schema } } });
      document.components.schemas.Things = {
        type: "object",
        properties: { data: { type: "array", items: schema } },
      };
      document.components.schemas.OneThing = thing(document);
      Reflect.deleteProperty(document.components.schemas, "Thing");
    });
    expect(lines.filter((line) => line.startsWith("+"))).toEqual([
      "+  /api/things/{id}:",
      '+          content: { application/vnd.api+json: { schema: { $ref: "#/components/schemas/OneThing" } } }',
      '+        data: { type: array, items: { $ref: "#/components/schemas/OneThing" } }',
      "+    OneThing:",
    ]);
  });
});

describe("what is shared", () => {
  test("stays shared when all of it changes", async () => {
    expect(
      await changes((document) => {
        for (const operation of [one(document), list(document)]) {
          sort(operation).schema = { type: "string", enum: ["name", "created", "size"] };
        }
        for (const name of ["id", "parent", "twin"]) thing(document).properties[name] = { type: "integer" };
      }),
    ).toEqual([
      "-      schema: { type: string, enum: [name, created] } # in this order",
      "+      schema: { type: string, enum: [name, created, size] } # in this order",
      "-          type: string",
      "+          type: integer",
    ]);
  });

  test("a place that differs gets a copy with our words, an alias as well as the anchor", async () => {
    expect(
      await changes((document) => {
        thing(document).properties.parent = { type: "string", nullable: true };
      }),
    ).toEqual([
      "-        parent: *id",
      "+        parent:",
      "+          type: string",
      "+          nullable: true",
      "+          description: Which one.",
    ]);
    expect(
      await changes((document) => {
        thing(document).properties.id = { type: "integer" };
      }),
    ).toEqual([
      "-        id: &id",
      "-          type: string",
      "+        id:",
      "+          type: integer",
      "-        parent: *id",
      "+        parent: &id",
      "+          type: string",
      "+          description: Which one.",
    ]);
  });

  test("the anchor moves on when its place is gone", async () => {
    expect(await changes((document) => Reflect.deleteProperty(thing(document).properties, "id"))).toEqual(
      expect.arrayContaining(["+        parent: &id", "-        parent: *id"]),
    );
  });

  test("a parameter of one operation is written out where it differs, and gone when nobody has it", async () => {
    const lines = await changes((document) => {
      sort(list(document)).schema = { type: "integer" };
    });
    expect(lines).toContain('-      - $ref: "#/components/parameters/Sort"');
    expect(lines.filter((line) => line.includes("Of everything"))).toEqual([]);
    const none = await changes((document) => {
      one(document).parameters = [];
      list(document).parameters = list(document).parameters.slice(1);
    });
    expect(none).toContain("-    Sort:");
  });
});

test("JSON, which nobody has laid out, is written anew", async () => {
  const text = await editLayout(JSON.stringify(parse(layout)), parse(layout), published());
  expect(text).toMatch(/^openapi: 3\.0\.2\ninfo:\n {2}title: Small\n/);
});
