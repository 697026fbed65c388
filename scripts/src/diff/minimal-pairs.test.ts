import { describe, expect, test } from "vitest";
import { type SmallApi, smallApi, smallApiMedia } from "../testing/small-api.ts";
import { diffDocuments } from "./diff-documents.ts";
import type { Verdict } from "./verdict.ts";

type Edit = (document: SmallApi) => void;
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
const all = (...edits: Edit[]): Edit => {
  return (document) => {
    for (const edit of edits) edit(document);
  };
};
const none: Edit = () => {};

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
    "major: type-narrowed, property-removed, property-added",
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
    "major: limit-loosened",
  ],
  [
    "minimum raised",
    merge("size", { minimum: 1 }),
    merge("size", { minimum: 2 }),
    "major: limit-tightened",
    "minor: limit-tightened",
  ],
  ["maxItems added", none, merge("tags", { maxItems: 5 }), "major: limit-tightened", "minor: limit-tightened"],
  ["maxItems removed", merge("tags", { maxItems: 5 }), none, "minor: limit-loosened", "major: limit-loosened"],
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
    const verdict = await diffDocuments(smallApi(base), smallApi(head));
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
    const verdict = await diffDocuments(smallApi(base), smallApi(head), { openEnums: true });
    const rule = name === "enum grown" ? "open-enum-value-added" : "open-enum-value-removed";
    expect(summary(verdict).get_thing).toBe(`minor: ${rule}`);
  });
});

const get = (document: SmallApi) => document.paths["/api/things/{id}"]?.get as SmallApi["paths"][string][string];
const parameters = (change: (list: Json[]) => Json[]): Edit => {
  return (document) => {
    get(document).parameters = change(get(document).parameters);
  };
};
const parameter = (name: string, more: Json): Edit =>
  parameters((list) => list.map((each) => (each.name === name ? { ...each, ...more } : each)));
const query = { name: "search", in: "query", schema: { type: "string" } };
const operation = (more: Json): Edit => {
  return (document) => {
    Object.assign(get(document), more);
  };
};
const move = (to: string, from = "/api/things/{id}"): Edit => {
  return (document) => {
    const { [from]: item, ...rest } = document.paths;
    document.paths = { ...rest, [to]: item as NonNullable<typeof item> };
  };
};
const body = (more: Json = {}) => ({
  description: "Body.",
  content: { [smallApiMedia]: { schema: { $ref: "#/components/schemas/Thing" }, ...more } },
});

/** A change around the schemas, and what becomes of `get_thing`: bump, request, answer, rules. */
const frames: [name: string, base: Edit, head: Edit, expected: string][] = [
  [
    "nothing but the revision",
    none,
    (document) => {
      document.info.version = "2026-04-15";
      parameter("revision", { schema: { type: "string", default: "2026-04-15" } })(document);
    },
    "unchanged none, request unchanged, response unchanged: ",
  ],
  [
    "optional parameter added",
    none,
    parameters((list) => [...list, query]),
    "changed minor, request compatible, response unchanged: parameter-added",
  ],
  [
    "required parameter added",
    none,
    parameters((list) => [...list, { ...query, required: true }]),
    "changed major, request breaking, response unchanged: parameter-added-required",
  ],
  [
    "parameter removed",
    parameters((list) => [...list, query]),
    none,
    "changed major, request breaking, response unchanged: parameter-removed",
  ],
  [
    "parameter renamed",
    parameters((list) => [...list, query]),
    parameters((list) => [...list, { ...query, name: "find" }]),
    "changed major, request breaking, response unchanged: parameter-removed, parameter-added",
  ],
  [
    "parameter becomes required",
    none,
    parameter("sort", { required: true }),
    "changed major, request breaking, response unchanged: parameter-became-required",
  ],
  [
    "parameter becomes optional",
    parameter("sort", { required: true }),
    none,
    "changed minor, request compatible, response unchanged: parameter-became-optional",
  ],
  [
    "header parameter added, required",
    none,
    parameters((list) => [...list, { ...query, in: "header", required: true }]),
    "changed major, request breaking, response unchanged: parameter-added-required",
  ],
  [
    "enum of a list parameter grown",
    none,
    parameter("fields[thing]", {
      schema: { type: "array", items: { type: "string", enum: ["name", "size", "note"] } },
    }),
    "changed minor, request compatible, response unchanged: enum-value-added",
  ],
  [
    "enum of a list parameter shrunk",
    none,
    parameter("fields[thing]", { schema: { type: "array", items: { type: "string", enum: ["name"] } } }),
    "changed major, request breaking, response unchanged: enum-value-removed",
  ],
  [
    "path parameter renamed",
    none,
    all(parameter("id", { name: "thing_id" }), move("/api/things/{thing_id}")),
    "changed major, request breaking, response unchanged: path-parameter-renamed, parameter-removed, parameter-added-required",
  ],
  [
    "trailing slash gone",
    move("/api/things/{id}/"),
    none,
    "changed major, request unchanged, response unchanged: path-changed",
  ],
  [
    "default of a parameter added",
    parameter("page[size]", { schema: { type: "integer", maximum: 100 } }),
    none,
    "changed minor, request compatible, response unchanged: default-added",
  ],
  [
    "default of a parameter changed",
    none,
    parameter("page[size]", { schema: { type: "integer", maximum: 100, default: 50 } }),
    "changed major, request breaking, response unchanged: default-changed",
  ],
  [
    "maximum of a parameter lowered",
    none,
    parameter("page[size]", { schema: { type: "integer", maximum: 50, default: 20 } }),
    "changed major, request breaking, response unchanged: limit-tightened",
  ],
  [
    "explode changed",
    none,
    parameter("fields[thing]", { explode: true }),
    "changed major, request breaking, response unchanged: explode-changed",
  ],
  [
    "explode written out that was the default",
    none,
    parameter("sort", { explode: true }),
    "unchanged none, request unchanged, response unchanged: ",
  ],
  [
    "response status added, same body",
    none,
    (document) => {
      get(document).responses["202"] = body();
    },
    "changed minor, request unchanged, response compatible: status-added",
  ],
  [
    "response status added, no body",
    none,
    (document) => {
      get(document).responses["204"] = { description: "Nothing." };
    },
    "changed major, request unchanged, response breaking: status-added-breaking",
  ],
  [
    "error status added",
    none,
    (document) => {
      get(document).responses["404"] = body();
    },
    "changed minor, request unchanged, response compatible: status-added",
  ],
  [
    "response status removed",
    (document) => {
      get(document).responses["202"] = body();
    },
    none,
    "changed major, request unchanged, response breaking: status-removed",
  ],
  [
    "response media type changed",
    (document) => {
      get(document).responses["200"] = {
        description: "A thing.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } },
      };
    },
    none,
    "changed major, request unchanged, response breaking: media-type-removed, media-type-added",
  ],
  [
    "scope added",
    operation({ "x-klaviyo-scopes": ["things:read"] }),
    operation({ "x-klaviyo-scopes": ["things:read", "profiles:read"] }),
    "changed major, request unchanged, response unchanged: scope-added",
  ],
  [
    "scope removed",
    operation({ "x-klaviyo-scopes": ["things:read", "profiles:read"] }),
    operation({ "x-klaviyo-scopes": ["things:read"] }),
    "changed minor, request unchanged, response unchanged: scope-removed",
  ],
  [
    "another credential instead",
    none,
    operation({ security: [{ Company: [] }] }),
    "changed major, request unchanged, response unchanged: security-removed, security-added",
  ],
  [
    "another credential besides",
    none,
    operation({ security: [{ Key: [] }, { Company: [] }] }),
    "changed minor, request unchanged, response unchanged: security-added",
  ],
  [
    "a credential no longer needed",
    none,
    operation({ security: [{}] }),
    "changed minor, request unchanged, response unchanged: security-added",
  ],
  [
    "rate limit lowered",
    operation({ "x-klaviyo-ratelimit": { burst: "75/s" } }),
    operation({ "x-klaviyo-ratelimit": { burst: "10/s" } }),
    "changed minor, request unchanged, response unchanged: rate-limit-lowered",
  ],
  [
    "rate limit raised",
    operation({ "x-klaviyo-ratelimit": { burst: "10/s" } }),
    operation({ "x-klaviyo-ratelimit": { burst: "75/s" } }),
    "changed patch, request unchanged, response unchanged: rate-limit-raised",
  ],
  [
    "server moved",
    none,
    (document) => {
      document.servers = [{ url: "https://b.example" }];
    },
    "changed major, request unchanged, response unchanged: server-removed",
  ],
  [
    "operation deprecated",
    none,
    operation({ deprecated: true }),
    "changed minor, request unchanged, response unchanged: deprecated",
  ],
  [
    "summary only",
    none,
    operation({ summary: "Read a thing" }),
    "changed patch, request unchanged, response unchanged: words-changed",
  ],
  [
    "filter added",
    none,
    operation({
      "x-klaviyo-filters": {
        ...(get(smallApi() as never)["x-klaviyo-filters"] as Json),
        size: { operators: { single: ["equals"] }, value: { type: "number" } },
      },
    }),
    "changed minor, request compatible, response unchanged: filter-added",
  ],
  [
    "filter operator removed",
    none,
    operation({ "x-klaviyo-filters": { name: { operators: { single: ["equals"] }, value: { type: "string" } } } }),
    "changed major, request breaking, response unchanged: filter-removed",
  ],
  [
    "filter value changed",
    none,
    operation({
      "x-klaviyo-filters": { name: { operators: { single: ["equals", "contains"] }, value: { type: "boolean" } } },
    }),
    "changed major, request breaking, response unchanged: filter-value-changed, filter-value-changed",
  ],
];

test.each(frames)("%s", async (_, base, head, expected) => {
  const { operations } = await diffDocuments(smallApi(base), smallApi(head));
  const verdict = operations.find(({ operationId }) => operationId === "get_thing");
  const rules = verdict?.findings.map(({ rule }) => rule).join(", ");
  expect(
    `${verdict?.change} ${verdict?.bump}, request ${verdict?.request}, response ${verdict?.response}: ${rules}`,
  ).toBe(expected);
});

describe("requests as a whole", () => {
  const create = (document: SmallApi) => document.paths["/api/things"]?.post as SmallApi["paths"][string][string];
  const rules = async (base: Edit, head: Edit) => {
    const { operations } = await diffDocuments(smallApi(base), smallApi(head));
    const verdict = operations.find(({ operationId }) => operationId === "create_thing");
    return `${verdict?.bump} ${verdict?.request}: ${verdict?.findings.map(({ rule }) => rule).join(", ")}`;
  };
  const content =
    (type: string): Edit =>
    (document) => {
      create(document).requestBody = {
        required: true,
        content: { [type]: { schema: { $ref: "#/components/schemas/Thing" } } },
      };
    };
  const optional: Edit = (document) => {
    (create(document).requestBody as Json).required = false;
  };
  const withoutBody: Edit = (document) => {
    delete create(document).requestBody;
  };

  test("media type changed", async () => {
    expect(await rules(content("application/json"), none)).toBe("major breaking: media-type-removed, media-type-added");
  });
  test("body becomes required", async () => {
    expect(await rules(optional, none)).toBe("major breaking: request-body-became-required");
  });
  test("body becomes optional", async () => {
    expect(await rules(none, optional)).toBe("minor compatible: request-body-became-optional");
  });
  test("required body added", async () => {
    expect(await rules(withoutBody, none)).toBe("major breaking: request-body-added-required");
  });
  test("body removed", async () => {
    expect(await rules(none, withoutBody)).toBe("major breaking: request-body-removed");
  });
});

describe("operations", () => {
  const verdicts = async (base: Edit, head: Edit) => {
    const { operations, aliases, bump } = await diffDocuments(smallApi(base), smallApi(head));
    const changed = operations.filter(({ change }) => change !== "unchanged");
    return {
      bump,
      aliases: aliases.operations,
      changes: changed.map(({ change, operationId, findings }) => `${change} ${operationId}: ${findings[0]?.rule}`),
    };
  };
  const drop: Edit = (document) => {
    delete document.paths["/api/things/{id}"];
  };

  test("added is minor", async () => {
    expect(await verdicts(drop, none)).toMatchObject({ bump: "minor", changes: ["added get_thing: operation-added"] });
  });
  test("removed is major", async () => {
    expect(await verdicts(none, drop)).toMatchObject({
      bump: "major",
      changes: ["removed get_thing: operation-removed"],
    });
  });
  test("moved to another path is major, and both ends name each other", async () => {
    const { bump, changes } = await verdicts(none, move("/api/items/{id}"));
    expect(bump).toBe("major");
    expect(changes).toEqual(["added get_thing: operation-moved-here", "removed get_thing: operation-moved"]);
  });
  test("renamed, with the old id among its aliases, is minor", async () => {
    const head = operation({ operationId: "read_thing", "x-klaviyo-operation-aliases": ["get_thing"] });
    expect(await verdicts(none, head)).toEqual({
      bump: "minor",
      aliases: {},
      changes: ["renamed read_thing: operation-renamed"],
    });
  });
  test("renamed without an alias is minor, because the bump writes one", async () => {
    expect(await verdicts(none, operation({ operationId: "read_thing" }))).toEqual({
      bump: "minor",
      aliases: { get_thing: "read_thing" },
      changes: ["renamed read_thing: operation-renamed"],
    });
  });
  test("an id that another operation took is major", async () => {
    const swap: Edit = (document) => {
      operation({ operationId: "read_thing" })(document);
      Object.assign(document.paths["/api/things"]?.post ?? {}, { operationId: "get_thing" });
    };
    const { bump, changes } = await verdicts(none, swap);
    expect(bump).toBe("major");
    expect(changes).toContain("changed read_thing: operation-id-reused");
  });
  test("an alias of the base that the head forgot is written again", async () => {
    const base = operation({ "x-klaviyo-operation-aliases": ["fetch_thing"] });
    expect((await verdicts(base, none)).aliases).toEqual({ fetch_thing: "get_thing" });
  });
});
