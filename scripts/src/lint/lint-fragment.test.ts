import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { listFragments } from "../generate/fragments.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { lintFragment } from "./lint-fragment.ts";
import { formatProblem, type Problem } from "./problem.ts";

const good = `openapi: 3.0.2
info: { title: Small, version: "2026-07-15" }
security: []
paths:
  /api/items/{id}:
    get:
      operationId: get_item
      summary: Get an item
      description: Reads one item.
      parameters:
        - $ref: "#/components/parameters/ItemId"
      responses:
        "204": { description: Nothing. }
        "4XX": { description: Refused. }
        "5XX": { description: Broken. }
      x-klaviyo-ratelimit: { burst: 75/s, steady: 750/m }
      x-klaviyo-scopes: [catalogs:read]
components:
  parameters:
    ItemId: { name: id, in: path, required: true, schema: { type: string } }
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lint-fragment-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Lints a text; what is found is printed with the folder cut off. */
async function lint(text: string): Promise<string[]> {
  return (await lintBoth(text)).faults;
}

async function lintBoth(text: string): Promise<{ faults: string[]; facts: string[] }> {
  const file = join(folder, "small.yaml");
  await writeFile(file, text);
  const { faults, facts } = await lintFragment(file);
  const print = (problem: Problem) => formatProblem(problem).replace(`${folder}/`, "");
  return { faults: faults.map(print), facts: facts.map(print) };
}

test("a sound document has no problems", async () => {
  expect(await lintBoth(good)).toEqual({ faults: [], facts: [] });
});

describe("every rule catches its document", () => {
  const twice = good.slice(good.indexOf("    get:"), good.indexOf("components:")).replace("get:", "delete:");
  test.each([
    [
      "an operation without an id",
      "      operationId: get_item\n",
      "",
      "6 operation GET /api/items/{id} has no operationId; give it the published one",
    ],
    [
      "an id that is used twice",
      "components:\n",
      `${twice}components:\n`,
      "18 operation get_item has the operationId of GET /api/items/{id}; ids are unique",
    ],
    [
      "no summary",
      "      summary: Get an item\n",
      "",
      "6 operation get_item has no summary; say in a few words what it does",
    ],
    ["an empty summary", "Get an item", '" "', "6 operation get_item has no summary; say in a few words what it does"],
    [
      "no description",
      "      description: Reads one item.\n",
      "",
      "6 operation get_item has no description; say what it does, its limits and what comes back",
    ],
    [
      "half a rate limit",
      ", steady: 750/m",
      "",
      "6 operation get_item has an x-klaviyo-ratelimit without both windows; write it as { burst: 75/s, steady: 750/m }",
    ],
    [
      "scopes that are no list",
      "[catalogs:read]",
      "catalogs:read",
      "6 operation get_item has x-klaviyo-scopes that are no list of scopes; write them as [catalogs:read]",
    ],
    [
      "an unused component",
      "components:\n",
      "components:\n  schemas: { Item: { type: object } }\n",
      '19 Component: "Item" is never used; remove it',
    ],
    [
      "a $ref to nothing",
      "parameters/ItemId",
      "parameters/Nothing",
      "11 Can't resolve $ref; define what it names, or name what is defined",
    ],
    [
      "a misspelled keyword",
      "description: Nothing.",
      "descripton: Nothing.",
      "13 Property `descripton` is not expected here; did you mean `description`?",
    ],
    [
      "a value of the wrong type",
      "required: true",
      "required: sometimes",
      "20 Expected type `boolean` but got `string`; see what OpenAPI allows there",
    ],
  ])("%s", async (_, part, replacement, problem) => {
    expect(good).toContain(part);
    expect(await lint(good.replace(part, replacement))).toContain(`small.yaml:${problem}`);
  });
});

test.each([
  ['        "4XX": { description: Refused. }\n', "no 4XX response: what a refusal looks like is not described"],
  ['        "5XX": { description: Broken. }\n', "no 5XX response: what a failure looks like is not described"],
  ["      x-klaviyo-scopes: [catalogs:read]\n", "no x-klaviyo-scopes: any key may call it"],
  [
    "      x-klaviyo-ratelimit: { burst: 75/s, steady: 750/m }\n",
    "no x-klaviyo-ratelimit: the client does not hold its calls back",
  ],
])("upstream not saying %j is a fact, and no fault", async (part, fact) => {
  expect(good).toContain(part);
  expect(await lintBoth(good.replace(part, ""))).toEqual({
    faults: [],
    facts: [`small.yaml:6 operation get_item has ${fact}`],
  });
});

describe("what is no fragment at all", () => {
  test("broken YAML is named with its line", async () => {
    expect(await lint("openapi: 3.0.2\npaths: {\n")).toEqual([
      expect.stringMatching(/^small\.yaml:[23] is not valid YAML: /),
    ]);
  });

  test.each(["", "text", "swagger: '2.0'\npaths: {}", "asyncapi: 3.0.0"])("%j is not OpenAPI 3", async (text) => {
    expect(await lint(text)).toEqual([expect.stringContaining("small.yaml:1 is not OpenAPI 3")]);
  });

  test("a missing file is an error that names it", async () => {
    await expect(lintFragment("/nowhere/small.yaml")).rejects.toThrow("/nowhere/small.yaml: cannot be read: ENOENT");
  });
});

test("a $ref that leads out of the file is a problem, and nothing is fetched or read", async () => {
  const fetch = vi.spyOn(globalThis, "fetch");
  const outside = good.replace("#/components/parameters/ItemId", "https://example.com/openapi.yaml#/ItemId");
  expect(await lint(outside)).toContain(
    "small.yaml:11 Can't resolve $ref: https://example.com/openapi.yaml is outside the fragment; define what it names, or name what is defined",
  );
  expect(fetch).not.toHaveBeenCalled();
});

test.each(await listFragments(workspaceRoot))("the fragment %s has no faults", async (name) => {
  expect((await lintFragment(join(workspaceRoot, "openapi", name))).faults).toEqual([]);
});
