import { beforeAll, describe, expect, test } from "vitest";
import { diffDocuments } from "../diff/diff-documents.ts";
import { type SmallApi, smallApi } from "../testing/small-api.ts";
import { buildMatrix, type MatrixRevision } from "./build-matrix.ts";
import { renderMatrix } from "./render-matrix.ts";

async function revisionsOf(...edits: ((document: SmallApi) => void)[]): Promise<MatrixRevision[]> {
  const revisions: MatrixRevision[] = [];
  for (const [index, edit] of edits.entries()) {
    const document = smallApi(edit);
    const before = revisions.at(-1)?.document;
    const verdict = before && diffDocuments(before, document);
    revisions.push({ revision: `202${index}-01-15`, document, ...(verdict && { verdict }) });
  }
  return revisions;
}

function without(path: string) {
  return ({ paths }: SmallApi) => {
    delete paths[path];
  };
}

function moved(id: string) {
  return ({ paths }: SmallApi) => {
    const post = paths["/api/things"]?.post;
    if (!post) throw new Error("no such operation");
    delete paths["/api/things"];
    paths["/api/goods"] = { post: { ...post, operationId: id, "x-klaviyo-operation-aliases": ["create_thing"] } };
  };
}

/** The text of a cell of the page, by row and column, tags left out. */
function cellsOf(page: string): string[][] {
  const body = page.slice(page.indexOf("<tbody>"));
  return [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = ""]) =>
      cell
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    ),
  );
}

describe("a row follows an operation", () => {
  test("through three revisions: there, removed, there again", async () => {
    const page = renderMatrix(
      await revisionsOf(
        () => {},
        without("/api/things"),
        () => {},
      ),
      "Small",
    );
    const [create] = cellsOf(page);
    expect(create?.[0]).toBe("POST /api/things");
    expect(create?.[2]).toBe("removed major");
    expect(create?.[1]).toBe("create_thing");
    expect(create?.[3]).toMatch(/^create_thing added minor 1 finding minor the operation is new/);
  });

  test("to another path and another id", async () => {
    const rows = buildMatrix(await revisionsOf(() => {}, moved("make_thing"), moved("make_thing")));
    expect(rows).toHaveLength(2);
    const row = rows.find(({ method }) => method === "POST");
    expect(row?.cells.map((cell) => cell && `${cell.operationId} ${cell.path}`)).toEqual([
      "create_thing /api/things",
      "make_thing /api/goods",
      "make_thing /api/goods",
    ]);
    const page = renderMatrix(await revisionsOf(() => {}, moved("make_thing")), "Small");
    expect(page).toContain("0 added, 0 removed, 1 moved, 0 renamed, 0 changed, 1 unchanged");
    expect(cellsOf(page).find(([name]) => name === "POST /api/goods")?.[2]).toMatch(
      /^make_thing was at \/api\/things moved minor 1 finding minor the operation was at POST \/api\/things/,
    );
  });

  test("of the first revision when there is only one", async () => {
    const page = renderMatrix(await revisionsOf(() => {}), "Small");
    expect(cellsOf(page)).toEqual([
      ["POST /api/things", "create_thing"],
      ["GET /api/things/{id} Get a thing", "get_thing"],
    ]);
    expect(page).toContain("<strong>2020-01-15</strong>: 2 operations</li>");
  });
});

test("between neighbours the page says the bump, counts the changes, and gives each finding with its place", async () => {
  const change = ({ components }: SmallApi) => delete components.schemas.Thing?.properties.note;
  const page = renderMatrix(await revisionsOf(() => {}, change, change), "Small");
  expect(page).toMatch(
    /since 2020-01-15 <span class="badge major">major<\/span> 0 added, 0 removed, 0 moved, 0 renamed, 2 ch/,
  );
  expect(page).toMatch(/since 2021-01-15 <span class="badge none-badge">no bump<\/span> .*, 2 unchanged/);
  expect(page).toContain("<details><summary>changed");
  expect(page).toMatch(/<code>note<\/code> of the 200 answer is gone.*property-removed, by the compiler, at <code>/);
  expect(cellsOf(page)[0]?.[3]).toBe("create_thing unchanged");
});

describe("hostile text", () => {
  const evil = `<script>alert("x")</script><img src=x onerror='y'>&amp;`;
  let page: string;

  beforeAll(async () => {
    const hostile = ({ paths, components }: SmallApi) => {
      const get = paths["/api/things/{id}"]?.get;
      if (!get) throw new Error("no such operation");
      Object.assign(get, { summary: evil, operationId: evil });
      paths[`/api/${evil}`] = { get: { ...get, operationId: "other", parameters: [] } };
      if (components.schemas.Thing) components.schemas.Thing.properties[evil] = { type: "string" };
    };
    const [before, after] = await revisionsOf(() => {}, hostile);
    if (!before || !after) throw new Error("expected two revisions");
    page = renderMatrix([{ ...before, revision: evil }, after], evil);
  });

  test("stays text, wherever it comes from", () => {
    expect(page).not.toMatch(/<script|<img|onerror='/i);
    // Title, heading, column, id, path, summary and a finding.
    expect(page.split("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;").length).toBeGreaterThan(7);
    expect(page).toContain("&amp;amp;");
  });

  test("leaves the page's tags balanced", () => {
    for (const tag of ["table", "tbody", "tr", "td", "th", "details", "ul", "code", "span"]) {
      const opened = page.match(new RegExp(`<${tag}[ >]`, "g"))?.length;
      expect([tag, page.match(new RegExp(`</${tag}>`, "g"))?.length]).toEqual([tag, opened]);
    }
  });
});

test("the page loads nothing and its table names its rows and columns", async () => {
  const page = renderMatrix(
    await revisionsOf(
      () => {},
      () => {},
    ),
    "Small",
  );
  expect(page).not.toMatch(/<(script|link|iframe|img|object|embed)|\b(src|href)=|@import|url\(/i);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).toContain('<html lang="en">');
  expect(page).toContain("color-scheme: light dark");
  expect(page).toMatch(/<table>\s*<caption>/);
  expect(page.match(/<th scope="col">/g)).toHaveLength(3);
  expect(page.match(/<th scope="row">/g)).toHaveLength(2);
});
