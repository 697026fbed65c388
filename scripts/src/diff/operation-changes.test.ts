import { describe, expect, test } from "vitest";
import { all, type Edit, none } from "../testing/edit.ts";
import { type SmallApi, smallApi, smallApiMedia } from "../testing/small-api.ts";
import { diffDocuments } from "./diff-documents.ts";

type Json = Record<string, unknown>;

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

const headers = (name: string): Edit => {
  return (document) => {
    Object.assign(get(document).responses["200"] ?? {}, { headers: { [name]: { schema: { type: "string" } } } });
  };
};

function listParameter(schema: Json, explode: boolean): Edit {
  return parameters((list) => [...list, { ...query, schema, explode }]);
}

function jsonParameter(schema: Json): Edit {
  return parameters((list) => [...list, { name: "search", in: "query", content: { "application/json": { schema } } }]);
}

function pathServer(host: string): Edit {
  return (document) => {
    Object.assign(document.paths["/api/things/{id}"] ?? {}, { servers: [{ url: `https://${host}.example` }] });
  };
}

function variableServer(host: string): Edit {
  return (document) => {
    document.servers = [{ url: "https://{host}.example", variables: { host: { default: host } } }];
  };
}

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
    "response media type added, same body",
    none,
    (document) => {
      Object.assign(get(document).responses["200"]?.content ?? {}, {
        "application/json": body().content[smallApiMedia],
      });
    },
    "changed minor, request unchanged, response compatible: media-type-added",
  ],
  [
    "response media type added, another body",
    none,
    (document) => {
      Object.assign(get(document).responses["200"]?.content ?? {}, { "text/csv": { schema: { type: "string" } } });
    },
    "changed major, request unchanged, response breaking: media-type-added-breaking",
  ],
  [
    "response header added",
    none,
    headers("X-Trace"),
    "changed minor, request unchanged, response compatible: header-added",
  ],
  [
    "response header removed",
    headers("X-Trace"),
    none,
    "changed major, request unchanged, response breaking: header-removed",
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
    "server of the path moved",
    pathServer("b"),
    pathServer("c"),
    "changed major, request unchanged, response unchanged: server-removed",
  ],
  [
    "server with another default in it",
    variableServer("b"),
    variableServer("c"),
    "changed major, request unchanged, response unchanged: server-removed",
  ],
  [
    "explode changed of a list that may be null",
    listParameter({ type: ["array", "null"], items: { type: "string" } }, true),
    listParameter({ type: ["array", "null"], items: { type: "string" } }, false),
    "changed major, request breaking, response unchanged: explode-changed",
  ],
  [
    "explode changed of a list or a text",
    listParameter({ oneOf: [{ type: "array", items: { type: "string" } }, { type: "string" }] }, true),
    listParameter({ oneOf: [{ type: "array", items: { type: "string" } }, { type: "string" }] }, false),
    "changed major, request breaking, response unchanged: explode-changed",
  ],
  [
    "parameter written as JSON: property removed",
    jsonParameter({ type: "object", properties: { a: { type: "string" }, b: { type: "string" } } }),
    jsonParameter({ type: "object", properties: { a: { type: "string" } } }),
    "changed major, request breaking, response unchanged: property-removed",
  ],
  [
    "parameter written as JSON: property added",
    jsonParameter({ type: "object", properties: { a: { type: "string" } } }),
    jsonParameter({ type: "object", properties: { a: { type: "string" }, b: { type: "string" } } }),
    "changed minor, request compatible, response unchanged: property-added",
  ],
  [
    "parameter no longer written as JSON",
    jsonParameter({ type: "object", properties: { a: { type: "string" } } }),
    listParameter({ type: "object", properties: { a: { type: "string" } } }, true),
    "changed major, request breaking, response unchanged: type-changed, content-changed",
  ],
  [
    "parameter written as JSON that was a list",
    listParameter({ type: "array", items: { type: "string" } }, true),
    jsonParameter({ type: "array", items: { type: "string" } }),
    "changed major, request breaking, response unchanged: type-changed, content-changed",
  ],
  [
    "parameter that takes a plain value now, or a list",
    listParameter({ type: "string" }, true),
    listParameter({ oneOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] }, false),
    "changed minor, request compatible, response unchanged: type-widened",
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
  const { operations } = diffDocuments(smallApi(base), smallApi(head));
  const verdict = operations.find(({ operationId }) => operationId === "get_thing");
  const rules = verdict?.findings.map(({ rule }) => rule).join(", ");
  expect(
    `${verdict?.change} ${verdict?.bump}, request ${verdict?.request}, response ${verdict?.response}: ${rules}`,
  ).toBe(expected);
});

describe("requests as a whole", () => {
  const create = (document: SmallApi) => document.paths["/api/things"]?.post as SmallApi["paths"][string][string];
  const rules = async (base: Edit, head: Edit) => {
    const { operations } = diffDocuments(smallApi(base), smallApi(head));
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
    const { operations, aliases, bump } = diffDocuments(smallApi(base), smallApi(head));
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
  test("what changed in an operation that moved is found, and what its path takes is a part of the move", () => {
    const head: Edit = (document) => {
      parameters((list) => [
        ...list,
        { name: "shop", in: "path", required: true, schema: { type: "string" } },
        { ...query, required: true },
      ])(document);
      move("/api/shops/{shop}/things/{id}")(document);
    };
    const { operations } = diffDocuments(smallApi(), smallApi(head));
    const moved = operations.find(({ change }) => change === "added");
    expect(moved?.findings.map(({ rule }) => rule)).toEqual(["parameter-added-required", "operation-moved-here"]);
    expect([moved?.bump, moved?.request, moved?.response]).toEqual(["major", "breaking", "unchanged"]);
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
