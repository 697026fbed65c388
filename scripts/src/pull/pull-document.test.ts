import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument, Schema } from "../document/openapi.ts";
import { parseSpec } from "../document/read-document.ts";
import { resolve } from "../document/reference.ts";
import { readSettings } from "../generate/fragments.ts";
import { compareStructure } from "../lint/compare-structure.ts";
import { changedLines } from "../testing/changed-lines.ts";
import { all } from "../testing/edit.ts";
import { referenceDocuments, skippedWithoutReference } from "../testing/reference-documents.ts";
import { type SmallApi, smallApi } from "../testing/small-api.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { splitHeader } from "./fragment-header.ts";
import { pullDocument } from "./pull-document.ts";

let root: string;
const date = new Date("2026-02-01T12:00:00Z");
const path = (name: string) => name;

/** Two tags, one of them selected by the ids of some operations only. */
function api(edit: (document: SmallApi) => void = () => {}) {
  return smallApi((document) => {
    document.paths["/api/owners"] = {
      get: {
        operationId: "get_owners",
        tags: ["Owners"],
        description: "See [here](https://developers.klaviyo.com/en/v2026-01-15/reference/owners#x).",
        parameters: [],
        responses: { "200": { description: "See https://developers.klaviyo.com/en/v2026-01-15/docs/limits." } },
      },
    };
    edit(document);
  });
}

async function workspace(select: string): Promise<void> {
  root = await mkdtemp(join(tmpdir(), "pull-"));
  await mkdir(join(root, "openapi"));
  const settings = `current: "2026-01-15"\nselect: ${select}\nenums: closed\nupstream: { document: "http://127.0.0.1:1/{revision}" }\n`;
  await writeFile(join(root, "openapi", "fragment.yaml"), settings);
}

async function pull(document: object, revision = "2026-01-15") {
  const from = join(root, "upstream.json");
  await writeFile(from, JSON.stringify(document));
  return pullDocument(root, revision, { from, path, date });
}

beforeEach(() => workspace("{ tags: [Things] }"));

test("slices the selection with everything it references, and says where it is from", async () => {
  const pulled = await pull(api());
  expect(pulled).toMatchObject({
    state: "new",
    file: "openapi/2026-01-15.yaml",
    selected: 2,
    total: 3,
    unselected: [],
  });
  const { document } = parseSpec(pulled.text, "pulled");
  expect(compareStructure(document, api(), ({ operation }) => operation.tags?.includes("Things") ?? false)).toEqual([]);
  expect(Object.keys(document.components?.schemas ?? {})).toEqual(["Owner", "Thing"]);
  expect(pulled.text.split("\n").slice(2, 5)).toEqual([
    "# source: upstream.json",
    expect.stringMatching(/^# sha256: [0-9a-f]{64}$/),
    "# date: 2026-02-01",
  ]);
});

test("a date that YAML readers could take for a timestamp is quoted", async () => {
  expect((await pull(api())).text).toContain('version: "2026-01-15"');
});

test("operations of a selected tag that are not selected are listed", async () => {
  await workspace("{ operationIds: [get_thing] }");
  const { unselected, selected } = await pull(api());
  expect(selected).toBe(1);
  expect(unselected.map(({ operation }) => operation.operationId)).toEqual(["create_thing"]);
});

test("* selects the whole document", async () => {
  await workspace('{ tags: ["*"] }');
  expect(await pull(api())).toMatchObject({ selected: 3, unselected: [] });
});

test("the date in documentation links is dropped, and no other date", async () => {
  await workspace('{ tags: ["*"] }');
  const { text } = await pull(api());
  expect(text).toContain("https://developers.klaviyo.com/en/reference/owners#x");
  expect(text).toContain("https://developers.klaviyo.com/en/docs/limits");
  expect(text).not.toContain("v2026");
});

test("the text does not depend on the order of upstream's keys", async () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, child]) => [key, reversed(child)]),
    );
  };
  const [one, other] = [await pull(api()), await pull(reversed(api()) as object)];
  const withoutHash = (text: string) => text.replace(/# sha256.*/, "");
  expect(withoutHash(other.text)).toBe(withoutHash(one.text));
});

test("our words stay, and a file with that structure is not touched", async () => {
  const ours = api((document) => {
    (document.components.schemas.Thing?.properties.name ?? {}).description = "Our words.";
  });
  await writeFile(join(root, "openapi", "2026-01-15.yaml"), JSON.stringify(ours));
  expect(await pull(api())).toMatchObject({ state: "changed" });

  const { text } = await pull(api());
  await writeFile(join(root, "openapi", "2026-01-15.yaml"), text);
  expect(text).toContain("Our words.");
  expect(await pull(api())).toMatchObject({ state: "unchanged", text });

  const next = api((document) => {
    (document.components.schemas.Thing?.properties ?? {}).extra = { type: "string", description: "Their words." };
  });
  const changed = await pull(next);
  expect(changed.state).toBe("changed");
  expect(changed.text).toContain("Our words.");
  expect(changed.text).toContain("Their words.");
});

test("a document of another revision is refused", async () => {
  await expect(pull(api(), "2026-04-15")).rejects.toThrow(
    /upstream.json:\d+: the document is of revision "2026-01-15", not "2026-04-15"/,
  );
});

test.each(["../x", "latest", "2026-1-1", "2026-01-15/../x"])("%s is no revision", async (revision) => {
  await expect(pull(api(), revision)).rejects.toThrow("a revision is a date such as 2026-07-15");
});

test.skipIf(referenceDocuments.length === 0)(
  `the published documents${skippedWithoutReference}: exactly the structure of their Catalogs`,
  async () => {
    await workspace("{ tags: [Catalogs] }");
    for (const { file, revision } of referenceDocuments) {
      const pulled = await pullDocument(root, revision, { from: file, path, date });
      const { document } = parseSpec(pulled.text, "pulled");
      const published = JSON.parse(await readFile(file, "utf8"));
      expect([...listOperations(document)]).toHaveLength(pulled.selected);
      expect(
        compareStructure(document, published, ({ operation }) => operation.tags?.includes("Catalogs") ?? false),
      ).toEqual([]);
      expect(pulled.text).not.toMatch(/developers\.klaviyo\.com\/[^ ]*v20\d\d/);
    }
  },
);

test("an operation with another tag stays in the fragment until the selection changes", async () => {
  const retag = (document: SmallApi) =>
    Object.assign(document.paths["/api/things/{id}"]?.get ?? {}, { tags: ["Stuff"] });
  const ids = (text: string) =>
    [...listOperations(parseSpec(text, "").document)].map(({ operation }) => operation.operationId);
  const again = async (document: object) => {
    const pulled = await pull(document);
    await writeFile(join(root, pulled.file), pulled.text);
    return ids(pulled.text);
  };
  expect(await again(api())).toEqual(["create_thing", "get_thing"]);
  expect(await again(api(retag))).toEqual(["create_thing", "get_thing"]);
  // The fragment has the other tag by now.
  expect(await again(api(all(retag, addNote)))).toEqual(["create_thing", "get_thing"]);
  const settings = await readFile(join(root, "openapi", "fragment.yaml"), "utf8");
  await writeFile(join(root, "openapi", "fragment.yaml"), settings.replace("[Things]", "[Things, Owners]"));
  expect(await again(api(retag))).toEqual(["get_owners", "create_thing"]);
});

function addNote({ components }: SmallApi): void {
  Object.assign(components.schemas.Thing?.properties ?? {}, { remark: { type: "string" } });
}

/** A fragment as upstream would publish it: as JSON, and with the parameters repeated that we share. */
function asPublished({ document }: { document: OpenApiDocument }): OpenApiDocument {
  const published: OpenApiDocument = structuredClone(document);
  for (const { operation } of listOperations(published)) {
    operation.parameters = operation.parameters?.map((each) => structuredClone(resolve(document, each)));
  }
  delete published.components?.parameters;
  return published;
}

describe("our own fragment", () => {
  const revision = "2026-01-15";
  let ours: string;
  beforeEach(async () => {
    const { current } = await readSettings(workspaceRoot);
    ours = await readFile(join(workspaceRoot, "openapi", `${current}.yaml`), "utf8");
    ours = ours.replaceAll(current, revision);
    await workspace("{ tags: ['*'] }");
    await writeFile(join(root, "openapi", `${revision}.yaml`), ours);
  });

  // Each is a pull of everything that is selected, which may be the whole API.
  test.each([0, 1, 2])(
    "one property changed upstream is under 50 changed lines, after %i thirds of it",
    async (thirds) => {
      const published = asPublished(parseSpec(ours, "ours"));
      const schemas = Object.values(published.components?.schemas ?? {});
      const holders = schemas.filter((schema): schema is Schema => "properties" in schema);
      const { properties = {} } = holders[Math.floor((thirds * holders.length) / 3)] ?? {};
      const [first = ""] = Object.keys(properties);
      properties[first] = { type: "integer", nullable: true, description: "Another shape." };
      const pulled = await pull(published);
      const { length } = await changedLines(ours, pulled.text);
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThan(50);
      expect(compareStructure(parseSpec(pulled.text, "").document, published, () => true)).toEqual([]);
    },
  );

  test("is where the first pull of another revision starts from", async () => {
    const next = JSON.stringify(asPublished(parseSpec(ours, "ours"))).replaceAll(revision, "2026-04-15");
    const pulled = await pull(JSON.parse(next), "2026-04-15");
    expect(pulled.state).toBe("new");
    const [, body] = splitHeader(pulled.text);
    expect(await changedLines(splitHeader(ours)[1].replaceAll(revision, "2026-04-15"), body)).toEqual([]);
  });

  test("keeps what people wrote at its top, beside where it is from", async () => {
    const published = asPublished(parseSpec(ours, "ours"));
    published.servers = [{ url: "https://b.example" }];
    const { text } = await pull(published);
    const [before, after] = [splitHeader(ours)[0], splitHeader(text)[0]];
    const byPeople = (header: string) => header.split("\n").filter((line) => !/^# \w+:/.test(line));
    expect(byPeople(after)).toEqual(byPeople(before));
    expect(after).toContain("# source: upstream.json\n");
    await writeFile(join(root, "openapi", `${revision}.yaml`), text);
    published.servers = [{ url: "https://c.example" }];
    const again = await pull(published);
    expect(await changedLines(text, again.text)).toHaveLength(4);
  });
});

describe("after the selection has changed", () => {
  const words = `# Our own header.
# Second line.
openapi: 3.0.2
info:
  title: Our title
  version: "2026-01-15"
  description: Our words.
`;
  const sections = (text: string) => text.match(/^ +(?:#.*|\/api[^:]*:)$/gm)?.map((line) => line.trim()) ?? [];
  const select = async (selection: string) => {
    const file = join(root, "openapi", "fragment.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace(/select: .*/, `select: ${selection}`));
  };

  /** What is pulled by another selection, where the fragment of all operations has sections and words of ours. */
  async function reselect(selection: string): Promise<string> {
    await workspace('{ tags: ["*"] }');
    const { text } = await pull(api());
    const body = text.slice(text.indexOf("paths:"));
    const ours = (words + text.slice(text.indexOf("servers:"), text.indexOf("paths:")) + body)
      .replace("  /api/owners:", "  # Owners\n  /api/owners:")
      .replace("  /api/things:", "\n  # Things\n  /api/things:");
    await writeFile(join(root, "openapi", "2026-01-15.yaml"), ours);
    await select(selection);
    return (await pull(api())).text;
  }

  test("header, title and description are true of the tags that are left, and no section is without operations", async () => {
    const things = await reselect("{ tags: [Things] }");
    expect(parseSpec(things, "pulled").document.info).toEqual({
      title: "Klaviyo Things API",
      version: "2026-01-15",
      description: "Operations of Klaviyo's API under the tag Things, as far as openapi/fragment.yaml selects them.",
    });
    expect(things).toMatch(/^# Klaviyo's API at revision 2026-01-15, as far as fragment.yaml selects it.\n/);
    expect(things).not.toMatch(/Our|Second line/);
    expect(sections(things)).toEqual(["# Things", "/api/things:", "/api/things/{id}:"]);
    expect(sections(await reselect("{ tags: [Owners] }"))).toEqual(["# Owners", "/api/owners:"]);
  });

  test("a selection of the same tags keeps the words", async () => {
    const text = await reselect("{ tags: [Owners], operationIds: [get_thing] }");
    expect(text.startsWith(words.slice(0, words.indexOf("openapi")))).toBe(true);
    expect(parseSpec(text, "pulled").document.info).toMatchObject({ title: "Our title", description: "Our words." });
    expect(sections(text)).toContain("# Owners");
  });

  test("what comes before the first section is not put into it", async () => {
    const things = await reselect("{ tags: [Things] }");
    await writeFile(join(root, "openapi", "2026-01-15.yaml"), things);
    await select('{ tags: ["*"] }');
    const { text } = await pull(api());
    expect(sections(text)).toEqual(["/api/owners:", "# Things", "/api/things:", "/api/things/{id}:"]);
    expect(text).toContain("title: Klaviyo Owners and Things API");
  });
});
