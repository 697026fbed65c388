import { expect, test } from "vitest";
import { all, type Edit, none } from "../testing/edit.ts";
import { type SmallApi, smallApi } from "../testing/small-api.ts";
import { diffDocuments } from "./diff-documents.ts";
import { beside, component, property, thing } from "./proof/api-edits.ts";

type Json = Record<string, unknown>;

const form = (encoding?: Json): Edit => {
  return (document) => {
    const schema = { $ref: "#/components/schemas/Thing" };
    Object.assign(document.paths["/api/things"]?.post ?? {}, {
      requestBody: { content: { "multipart/form-data": { schema, ...(encoding && { encoding }) } } },
    });
  };
};
const either = (...names: string[]) => ({ anyOf: names.map((name) => ({ required: [name] })) });
const oneOf = (...names: string[]) => ({ oneOf: names.map((name) => ({ required: [name] })) });
const list = (type: unknown) => property("size", { type: [type, "null"] });
const choice = (type: string) => property("size", { oneOf: [{ type }, { type: "string" }] });

/** What values must be that types do not show; the weight where a program sends them, and where it gets them. */
const demands: [name: string, base: Edit, head: Edit, request: string, response: string][] = [
  [
    "an object closes that took anything",
    thing({ additionalProperties: true }),
    thing({ additionalProperties: false }),
    "major",
    "major",
  ],
  [
    "an object closes that took numbers",
    thing({ additionalProperties: { type: "number" } }),
    thing({ additionalProperties: false }),
    "major",
    "major",
  ],
  ["an object closes that said nothing of others", none, thing({ additionalProperties: false }), "major", "none"],
  ["an object opens", thing({ additionalProperties: false }), none, "minor", "none"],
  [
    "a free-form object closes",
    property("note", { type: "object", additionalProperties: true }),
    property("note", { type: "object", additionalProperties: false }),
    "major",
    "major",
  ],
  [
    "an open answer gains a property",
    thing({ additionalProperties: true }),
    all(thing({ additionalProperties: true }), property("extra", { type: "string" })),
    "major",
    "minor",
  ],
  ["required through a part of an allOf", beside({}), beside({ required: ["note"] }), "major", "none"],
  [
    "new, and required through a part of an allOf",
    beside({}),
    all(property("more", { type: "string" }), beside({ required: ["more"] })),
    "major",
    "minor",
  ],
  ...[1, 2].map((index): (typeof demands)[number] => {
    const items = (item: Json) => property("note", { type: "array", prefixItems: [{}, {}, {}].with(index, item) });
    return [`a limit of element ${index} of a list`, items({}), items({ maxLength: 5 }), "major", "minor"];
  }),
  [
    "a limit of every element, then of the first alone",
    property("note", { type: "array", prefixItems: [{ maxLength: 9 }], items: { maxLength: 9 } }),
    property("note", { type: "array", prefixItems: [{ maxLength: 5 }], items: { maxLength: 9 } }),
    "major",
    "minor",
  ],
  ...(
    [
      ["a stricter limit in another part of an allOf", [{ maxLength: 9 }], [{ maxLength: 9 }, { maxLength: 5 }], true],
      ["the same limit in another part of an allOf", [{ maxLength: 5 }], [{ maxLength: 5 }, { maxLength: 9 }]],
      ["a second pattern in another part of an allOf", [{ pattern: "a" }], [{ pattern: "a" }, { pattern: "b" }], true],
      [
        "parts of an allOf in another order",
        [{ pattern: "a" }, { minLength: 1 }],
        [{ minLength: 1 }, { pattern: "a" }],
      ],
      [
        "a second schema that is forbidden",
        [{ not: { const: 1 } }],
        [{ not: { const: 1 } }, { not: { const: 2 } }],
        true,
      ],
    ] as const
  ).map(([name, base, head, isStricter = false]): (typeof demands)[number] => {
    const parts = (allOf: readonly Json[]) => property("note", { type: "string", allOf });
    return [name, parts(base), parts(head), isStricter ? "major" : "none", isStricter ? "minor" : "none"];
  }),
  [
    "a limit beside a reference",
    all(component("Code", { type: "string" }), property("note", { $ref: "#/components/schemas/Code" })),
    all(component("Code", { type: "string" }), property("note", { $ref: "#/components/schemas/Code", maxLength: 5 })),
    "major",
    "minor",
  ],
  ["a text that is base64", none, property("note", { type: "string", contentEncoding: "base64" }), "major", "minor"],
  ["a text that was base64", property("note", { type: "string", contentEncoding: "base64" }), none, "minor", "major"],
  ["a condition", none, thing({ dependentSchemas: { note: { required: ["size"] } } }), "major", "minor"],
  [
    "what names must be like",
    property("note", { type: "object" }),
    property("note", { type: "object", propertyNames: { maxLength: 5 } }),
    "major",
    "minor",
  ],
  [
    "required, though nothing describes it",
    none,
    thing({ required: ["name", "status", "owner", "more"] }),
    "major",
    "none",
  ],
  ["required no longer through a part of an allOf", beside({ required: ["note"] }), beside({}), "minor", "none"],
  ["one of two is required", none, thing(oneOf("note", "size")), "major", "none"],
  ["one of two is required, as anyOf", none, thing(either("note", "size")), "major", "none"],
  [
    "one of two was required, now one of three",
    thing(oneOf("note", "size")),
    thing(oneOf("note", "size", "tags")),
    "minor",
    "none",
  ],
  [
    "one of three was required, now one of two",
    thing(oneOf("note", "size", "tags")),
    thing(oneOf("note", "size")),
    "major",
    "none",
  ],
  ["one of two was required, now the one", thing(oneOf("note", "size")), thing(oneOf("note")), "major", "none"],
  [
    "not added",
    property("note", { type: "string" }),
    property("note", { type: "string", not: { enum: ["x"] } }),
    "major",
    "minor",
  ],
  ["not removed", property("note", { type: "string", not: { enum: ["x"] } }), none, "minor", "minor"],
  [
    "not says the same in other words",
    property("note", { type: "string", not: { enum: ["x"] } }),
    property("note", { type: "string", not: { enum: ["x"], description: "No." } }),
    "none",
    "none",
  ],
  ["dependentRequired added", none, thing({ dependentRequired: { note: ["size"] } }), "major", "minor"],
  [
    "dependentRequired of what must be there in any case",
    none,
    thing({ dependentRequired: { note: ["name"] } }),
    "none",
    "none",
  ],
  ["dependentRequired removed", thing({ dependentRequired: { note: ["size"] } }), none, "minor", "minor"],
  [
    "a part of a form is written in another way",
    form({ note: { contentType: "text/plain" } }),
    form({ note: { contentType: "application/json" } }),
    "major",
    "none",
  ],
  [
    "a part of a form is no longer written by default",
    form(),
    form({ note: { contentType: "application/json" } }),
    "major",
    "none",
  ],
  [
    "a form says of its parts what holds anyway",
    form(),
    form({ note: { contentType: "text/plain", style: "form", explode: true, allowReserved: false } }),
    "none",
    "none",
  ],
  [
    "a new part of a form",
    form(),
    all(form({ extra: { contentType: "application/json" } }), property("extra", { type: "string" })),
    "minor",
    "minor",
  ],
  ["number becomes integer in a list of types", list("number"), list("integer"), "major", "minor"],
  ["integer becomes number in a list of types", list("integer"), list("number"), "minor", "major"],
  ["number becomes integer in a oneOf", choice("number"), choice("integer"), "major", "minor"],
  ["maxLength removed", property("note", { type: "string", maxLength: 9 }), none, "minor", "minor"],
  [
    "minItems no longer 1",
    property("tags", { type: "array", minItems: 1, items: { type: "string" } }),
    property("tags", { type: "array", items: { type: "string" } }),
    "minor",
    "major",
  ],
  [
    "int64 on an integer",
    property("size", { type: "integer" }),
    property("size", { type: "integer", format: "int64" }),
    "none",
    "none",
  ],
  [
    "int32 on an integer",
    property("size", { type: "integer" }),
    property("size", { type: "integer", format: "int32" }),
    "major",
    "minor",
  ],
];

test.each(demands)("%s", (_, base, head, request, response) => {
  const { operations } = diffDocuments(smallApi(base), smallApi(head));
  expect(Object.fromEntries(operations.map(({ operationId, bump }) => [operationId, bump]))).toEqual({
    create_thing: request,
    get_thing: response,
  });
});

test("what the types show is not said again of the document", () => {
  const { operations } = diffDocuments(smallApi(), smallApi(thing({ required: ["name", "status", "owner", "note"] })));
  const findings = operations.flatMap((operation) => operation.findings);
  expect(findings.map(({ rule, by }) => `${rule} ${by}`)).toEqual([
    "property-became-required compiler",
    "property-became-required compiler",
  ]);
});

test("a member of a oneOf that gains a value is an enum that grew, and no other shape", () => {
  const pets = (cat: string[]): Edit =>
    property("pet", {
      oneOf: [
        { type: "object", required: ["type"], properties: { type: { enum: cat }, lives: { type: "number" } } },
        { type: "object", required: ["type"], properties: { type: { enum: ["dog"] }, tricks: { type: "string" } } },
      ],
    });
  const { operations } = diffDocuments(smallApi(pets(["cat"])), smallApi(pets(["cat", "lion"])));
  expect(operations.map(({ bump, findings }) => `${bump} ${findings.map(({ rule }) => rule)}`)).toEqual([
    "minor enum-value-added",
    "major enum-value-added",
  ]);
});

test("an operation id that looks like a reference hides nothing", () => {
  const named =
    (id: string): Edit =>
    (document) =>
      Object.assign(document.paths["/api/things/{id}"]?.get ?? {}, { operationId: id });
  const withoutNote = (document: SmallApi) => delete document.components.schemas.Thing?.properties.note;
  for (const id of ["get#thing", "get/thing", "get~thing", "get%23thing"]) {
    const { operations } = diffDocuments(smallApi(named(id)), smallApi(all(named(id), withoutNote)));
    expect(operations.map(({ operationId, bump }) => [operationId, bump])).toEqual([
      ["create_thing", "major"],
      [id, "major"],
    ]);
  }
});
