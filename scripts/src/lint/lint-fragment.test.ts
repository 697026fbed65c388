import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { lintFragment } from "./lint-fragment.ts";
import { formatProblem } from "./problem.ts";

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

/** Lints a text; the problems are printed with the folder cut off. */
async function lint(text: string): Promise<string[]> {
  const file = join(folder, "small.yaml");
  await writeFile(file, text);
  return (await lintFragment(file)).map((problem) => formatProblem(problem).replace(`${folder}/`, ""));
}

test("a sound document has no problems", async () => {
  expect(await lint(good)).toEqual([]);
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
      "no 4XX",
      '        "4XX": { description: Refused. }\n',
      "",
      "6 operation get_item has no 4XX response; every operation needs one",
    ],
    [
      "no 5XX",
      '        "5XX": { description: Broken. }\n',
      "",
      "6 operation get_item has no 5XX response; every operation needs one",
    ],
    [
      "no scopes",
      "      x-klaviyo-scopes: [catalogs:read]\n",
      "",
      "6 operation get_item has no x-klaviyo-scopes; list the scopes that a key needs, such as [catalogs:read]",
    ],
    [
      "half a rate limit",
      ", steady: 750/m",
      "",
      "6 operation get_item has no x-klaviyo-ratelimit; give both windows, such as { burst: 75/s, steady: 750/m }",
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

test.each(["2023-12-15", "2026-07-15"])("the fragment of %s has no problems", async (revision) => {
  const file = fileURLToPath(new URL(`../../../openapi/${revision}.yaml`, import.meta.url));
  expect((await lintFragment(file)).map(formatProblem)).toEqual([]);
});
