import { expect, test } from "vitest";
import { diffDocuments } from "../diff/diff-documents.ts";
import type { Aliases } from "../generate/aliases.ts";
import type { Edit } from "../testing/edit.ts";
import { type SmallApi, smallApi } from "../testing/small-api.ts";
import { makeGuide } from "./make-guide.ts";

const nothing: Aliases = { operations: {}, schemas: {} };
const [from, to] = ["2026-01-15", "2026-04-15"];

function guide(edit: Edit, offered: Aliases | "all" = "all", names: [string, string] = [from, to]) {
  const diff = diffDocuments(smallApi(), smallApi(edit));
  return makeGuide(...names, diff, offered === "all" ? diff.aliases : offered)?.text;
}

const getThing = (document: SmallApi) => document.paths["/api/things/{id}"]?.get ?? { parameters: [], responses: {} };
const renamed: Edit = (document) => {
  getThing(document).operationId = "read_thing";
};
const moved: Edit = (document) => {
  const get = getThing(document);
  delete document.paths["/api/things/{id}"];
  document.paths["/api/stuff/{id}/thing"] = { get };
};
const withoutSortOrder: Edit = (document) => {
  const sort = getThing(document).parameters.find(({ name }) => name === "sort");
  Object.assign(sort?.schema ?? {}, { enum: ["created"] });
};
const withWeight: Edit = (document) => {
  Object.assign(document.components.schemas.Thing?.properties ?? {}, { weight: { type: "number" } });
};

test("where programs need no change there is no guide", () => {
  expect(guide(() => {})).toBeUndefined();
  expect(guide(withWeight)).toBeUndefined();
});

test("an old id is said to go on working only where the types offer it", () => {
  const kept = guide(renamed);
  expect(kept).toMatch(/## Renamed operations\n\nThe old ids go on working/);
  expect(kept).not.toContain("no longer compile in");
  expect(kept).toContain("a minor change.");
  const lost = guide(renamed, nothing);
  expect(lost).toMatch(/## Renamed operations without an alias\n\nThe old ids no longer compile/);
  expect(lost).not.toContain("go on working");
  expect(lost).toContain("a major change.");
});

test("a removed value says of which parameter, and which it is", () => {
  expect(guide(withoutSortOrder)).toContain('- the query parameter `sort`, the values "-created": `get_thing`');
});

test("a moved operation is one entry", () => {
  const text = guide(moved) ?? "";
  expect(text.match(/`get_thing`/g)).toHaveLength(1);
  expect(text).toContain("1 of 2 operations changed, 1 of them in a way");
  expect(text).toContain("## Moved operations\n\n- `get_thing`: the operation is at `GET /api/stuff/{id}/thing` now");
});

test("that the codemod changes paths is said of a moved operation, too", () => {
  expect(guide(moved)).toContain("changes the entry of imports, the paths, and the names");
});

test("what changed in an operation that moved is told like that of any other", () => {
  const text = guide((document) => {
    getThing(document).parameters.push({ name: "shop", in: "query", required: true, schema: { type: "string" } });
    moved(document);
  });
  expect(text).toContain("## Moved operations");
  expect(text).toMatch(/## Changed requests[\s\S]*the query parameter `shop`.*`get_thing`/);
});

test("of a revision published again it is told what to do without the codemod, which moves from one to another", () => {
  const text = guide(renamed, "all", [from, from]);
  expect(text).toContain("# Revision 2026-01-15, published again");
  expect(text).toContain("## What to do\n\n1. Run `tsc`");
  expect(text).not.toContain("codemod");
});
