import { describe, expect, test } from "vitest";
import { all, type Edit, none } from "../testing/edit.ts";
import { type SmallApi, smallApi } from "../testing/small-api.ts";
import { diffDocuments } from "./diff-documents.ts";
import type { Verdict } from "./verdict.ts";

type Json = Record<string, unknown>;

const thing = (document: SmallApi) => document.components.schemas.Thing as SmallApi["components"]["schemas"][string];
const property = (name: string, schema: Json): Edit => {
  return (document) => {
    thing(document).properties[name] = schema;
  };
};
const merge = (name: string, more: Json): Edit => {
  return (document) => {
    thing(document).properties[name] = { ...thing(document).properties[name], ...more };
  };
};
const required = (...names: string[]): Edit => {
  return (document) => {
    thing(document).required = names;
  };
};

function summary({ operations }: Verdict) {
  return Object.fromEntries(
    operations.map((operation) => [
      operation.operationId,
      `${operation.bump}: ${operation.findings.map(({ rule }) => rule).join(", ")}`.replace(/: $/, ""),
    ]),
  );
}

/** A change of a schema, and what it weighs where it is sent and where it is received. */
const shapes: [name: string, base: Edit, head: Edit, request: string, response: string][] = [
  [
    "optional property added",
    none,
    property("extra", { type: "string" }),
    "minor: property-added",
    "minor: property-added",
  ],
  [
    "required property added",
    none,
    all(property("extra", { type: "string" }), required("name", "status", "owner", "extra")),
    "major: property-added-required",
    "minor: property-added-required",
  ],
  [
    "optional property removed",
    property("extra", { type: "string" }),
    none,
    "major: property-removed",
    "major: property-removed",
  ],
  [
    "an object put into another one, which is no change of each of its properties",
    property("extra", { type: "object", properties: { a: { type: "string" }, b: { type: "string" } } }),
    property("extra", { type: "object", properties: { inside: { type: "object" } } }),
    "major: type-changed",
    "major: type-changed",
  ],
  [
    "one of several components that can stand in for each other",
    alike("Small", "Large"),
    all(alike("Small", "Large"), property("extra", { type: "string" })),
    "minor: property-added",
    "minor: property-added",
  ],
  [
    "required property removed",
    all(property("extra", { type: "string" }), required("name", "status", "owner", "extra")),
    none,
    "major: property-removed",
    "major: property-removed",
  ],
  [
    "optional property becomes required",
    none,
    required("name", "status", "owner", "note"),
    "major: property-became-required",
    "minor: property-became-required",
  ],
  [
    "required property becomes optional",
    none,
    required("status", "owner"),
    "minor: property-became-optional",
    "major: property-became-optional",
  ],
  ["nullable on", none, merge("name", { nullable: true }), "minor: nullable-added", "major: nullable-added"],
  ["nullable off", merge("name", { nullable: true }), none, "major: nullable-removed", "minor: nullable-removed"],
  [
    "nullable on beside a $ref",
    none,
    merge("owner", { nullable: true }),
    "minor: nullable-added",
    "major: nullable-added",
  ],
  [
    "enum grown",
    none,
    merge("status", { enum: ["new", "used", "broken"] }),
    "minor: enum-value-added",
    "major: enum-value-added",
  ],
  // A program that compares with the value that is gone no longer compiles (TS2367).
  ["enum shrunk", none, merge("status", { enum: ["new"] }), "major: enum-value-removed", "major: enum-value-removed"],
  [
    "enum of a list's elements grown",
    none,
    property("tags", { type: "array", items: { type: "string", enum: ["red", "blue", "green"] } }),
    "minor: enum-value-added",
    "major: enum-value-added",
  ],
  [
    "enum opened to any string",
    none,
    property("status", { type: "string" }),
    "minor: type-widened",
    "major: type-widened",
  ],
  [
    "any string narrowed to an enum",
    none,
    merge("note", { enum: ["a", "b"] }),
    "major: type-narrowed",
    "major: type-narrowed",
  ],
  ["type changed", none, property("size", { type: "string" }), "major: type-changed", "major: type-changed"],
  [
    "string becomes a list",
    none,
    property("note", { type: "array", items: { type: "string" } }),
    "major: type-changed",
    "major: type-changed",
  ],
  [
    "free-form object gets a shape",
    property("note", { type: "object" }),
    property("note", { type: "object", properties: { a: { type: "string" } } }),
    "major: type-narrowed, property-removed, property-added",
    "major: property-removed, property-added",
  ],
  ["oneOf grown", oneOf("Cat", "Dog"), oneOf("Cat", "Dog", "Fox"), "minor: variant-added", "major: variant-added"],
  [
    "oneOf shrunk",
    oneOf("Cat", "Dog", "Fox"),
    oneOf("Cat", "Dog"),
    "major: variant-removed, schema-removed",
    "major: variant-removed, schema-removed",
  ],
  ["oneOf reordered", oneOf("Cat", "Dog"), oneOf("Dog", "Cat"), "none", "none"],
  [
    "allOf refactored to the same shape",
    none,
    (document) => {
      const { name, note, ...rest } = thing(document).properties;
      document.components.schemas.Named = {
        type: "object",
        required: ["name"],
        properties: { name, note } as Record<string, Json>,
      };
      document.components.schemas.Thing = {
        allOf: [
          { $ref: "#/components/schemas/Named" },
          { type: "object", required: ["status", "owner"], properties: rest },
        ],
      } as never;
    },
    "none",
    "none",
  ],
  [
    "a part of an allOf written in place, and its name gone",
    (document) => {
      document.components.schemas.Sized = { type: "object", properties: { size: { type: "number" } } };
      document.components.schemas.Thing = {
        allOf: [{ ...thing(document) }, { $ref: "#/components/schemas/Sized" }],
      } as never;
    },
    none,
    "major: schema-removed",
    "major: schema-removed",
  ],
  [
    "schema renamed with the shape kept",
    none,
    rename("Owner", "Person"),
    "minor: schema-renamed",
    "minor: schema-renamed",
  ],
  [
    "schema renamed and changed",
    none,
    all(rename("Owner", "Person"), (document) => {
      (document.components.schemas.Person as Json).required = [];
    }),
    "minor: property-became-optional, schema-renamed",
    "major: property-became-optional, schema-renamed",
  ],
  [
    "schema name re-used for another shape",
    none,
    all(rename("Owner", "Person"), (document) => {
      document.components.schemas.Owner = { type: "object", properties: { url: { type: "string" } } };
    }),
    "major: schema-reused",
    "major: schema-reused",
  ],
  [
    "schema written in place, and still there by name",
    none,
    property("owner", { type: "object", required: ["email"], properties: { email: { type: "string" } } }),
    "none",
    "none",
  ],
  [
    "schema written in place, and gone by name",
    none,
    (document) => {
      property("owner", document.components.schemas.Owner as Json)(document);
      delete document.components.schemas.Owner;
    },
    "major: schema-removed",
    "major: schema-removed",
  ],
  [
    "maximum tightened",
    merge("size", { maximum: 10 }),
    merge("size", { maximum: 9 }),
    "major: limit-tightened",
    "minor: limit-tightened",
  ],
  [
    "maximum loosened",
    merge("size", { maximum: 9 }),
    merge("size", { maximum: 10 }),
    "minor: limit-loosened",
    "minor: limit-loosened",
  ],
  [
    "minimum raised",
    merge("size", { minimum: 1 }),
    merge("size", { minimum: 2 }),
    "major: limit-tightened",
    "minor: limit-tightened",
  ],
  ["maxItems added", none, merge("tags", { maxItems: 5 }), "major: limit-tightened", "minor: limit-tightened"],
  ["maxItems removed", merge("tags", { maxItems: 5 }), none, "minor: limit-loosened", "minor: limit-loosened"],
  [
    "pattern changed",
    merge("name", { pattern: "^a" }),
    merge("name", { pattern: "^b" }),
    "major: limit-changed",
    "major: limit-changed",
  ],
  ["format added", none, merge("name", { format: "date" }), "major: limit-tightened", "minor: limit-tightened"],
  [
    "number becomes integer",
    none,
    merge("size", { type: "integer" }),
    "major: limit-tightened",
    "minor: limit-tightened",
  ],
  ["default added", none, merge("note", { default: "x" }), "minor: default-added", "none"],
  [
    "default changed",
    merge("note", { default: "x" }),
    merge("note", { default: "y" }),
    "major: default-changed",
    "none",
  ],
  ["readOnly on", none, merge("note", { readOnly: true }), "major: property-became-read-only", "none"],
  ["readOnly off", merge("note", { readOnly: true }), none, "minor: property-not-read-only", "none"],
  ["writeOnly on", none, merge("note", { writeOnly: true }), "none", "major: write-only-added"],
  ["property deprecated", none, merge("note", { deprecated: true }), "minor: deprecated", "minor: deprecated"],
  [
    "description only",
    none,
    merge("name", { description: "Its name." }),
    "patch: words-changed",
    "patch: words-changed",
  ],
  [
    "the date in a documentation link",
    merge("name", { description: "See https://developers.klaviyo.com/en/v2026-01-15/reference/x." }),
    merge("name", { description: "See https://developers.klaviyo.com/en/v2026-04-15/reference/x." }),
    "none",
    "none",
  ],
  [
    "order of keys, required and enums",
    none,
    (document) => {
      thing(document).required?.reverse();
      thing(document).properties = Object.fromEntries(Object.entries(thing(document).properties).reverse());
      (thing(document).properties.status as { enum: string[] }).enum.reverse();
    },
    "none",
    "none",
  ],
];

function oneOf(...names: string[]): Edit {
  return (document) => {
    for (const name of names) {
      document.components.schemas[name] = {
        type: "object",
        required: ["type"],
        properties: { type: { type: "string", enum: [name.toLowerCase()] }, [`of${name}`]: { type: "string" } },
      };
    }
    thing(document).properties.pet = { oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })) };
  };
}

/** Each has the properties of those before it and one more, and nothing else tells them apart. */
function alike(...names: string[]): Edit {
  return (document) => {
    for (const [index, name] of names.entries()) {
      const properties = Object.fromEntries(names.slice(0, index + 1).map((each) => [each, { type: "string" }]));
      document.components.schemas[name] = { type: "object", properties };
    }
    thing(document).properties.either = {
      oneOf: names.toReversed().map((name) => ({ $ref: `#/components/schemas/${name}` })),
    };
  };
}

function rename(from: string, to: string): Edit {
  return (document) => {
    const text = JSON.stringify(document.components.schemas).replaceAll(
      `#/components/schemas/${from}"`,
      `#/components/schemas/${to}"`,
    );
    const { [from]: schema, ...rest } = JSON.parse(text);
    document.components.schemas = { ...rest, [to]: schema };
  };
}

describe("a change of a schema, sent and received", () => {
  test.each(shapes)("%s", async (_, base, head, request, response) => {
    const verdict = diffDocuments(smallApi(base), smallApi(head));
    expect(summary(verdict)).toEqual({ create_thing: request, get_thing: response });
    const [create, get] = verdict.operations;
    const effect = (expected: string) =>
      expected.startsWith("major") ? "breaking" : expect.not.stringMatching("breaking");
    const byName = /schema-/;
    if (!byName.test(request)) expect(create?.request).toEqual(effect(request));
    if (!byName.test(response)) expect(get?.response).toEqual(effect(response));
    expect([create?.response, get?.request]).toEqual(["unchanged", "unchanged"]);
  });

  test.each(["enum grown", "enum shrunk"])("an open enum in an answer: %s is minor", async (name) => {
    const [few, many] = [none, merge("status", { enum: ["new", "used", "broken"] })];
    const [base, head] = name === "enum grown" ? [few, many] : [many, few];
    const verdict = diffDocuments(smallApi(base), smallApi(head), { openEnums: true });
    const rule = name === "enum grown" ? "open-enum-value-added" : "open-enum-value-removed";
    expect(summary(verdict).get_thing).toBe(`minor: ${rule}`);
  });
});
