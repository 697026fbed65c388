import { expect, test } from "vitest";
import { type SmallApi, smallApi } from "../testing/small-api.ts";
import { diffDocuments } from "./diff-documents.ts";
import { addSnippets } from "./snippets.ts";

/** The code that shows what changed, by the rule that found it. */
function shownAfter(base: (document: SmallApi) => void, head: (document: SmallApi) => void) {
  const { operations, types } = diffDocuments(smallApi(base), smallApi(head));
  if (!types) throw new Error("nothing changed");
  addSnippets(operations, types, { before: "old", after: "new" });
  const shown = operations.flatMap(({ findings }) => findings).filter(({ snippet }) => snippet);
  return Object.fromEntries(shown.map(({ rule, snippet }) => [rule, snippet]));
}

const names = Array.from({ length: 30 }, (_, index) => `property_${index}`);
const properties = Object.fromEntries(names.map((name) => [name, { type: "string" }]));

test.each([{ nullable: true }, {}])(
  "a type too long to be written out is shown by what it may be instead: %o",
  (more) => {
    const big = (schema: object, required: string[]) => (document: SmallApi) => {
      const { Thing } = document.components.schemas;
      if (!Thing) throw new Error("there should be things");
      Thing.properties.big = { type: "object", properties, ...schema };
      Thing.required = required;
    };
    const { "nullable-added": nullable, "property-became-optional": optional } = shownAfter(
      big({}, ["name", "status", "owner", "big"]),
      big(more, ["name", "status", "owner", ...("nullable" in more ? ["big"] : [])]),
    );
    const snippet = nullable ?? optional;
    expect(snippet?.before).toMatch(/const big: NonNullable<typeof answer> = answer;$/);
    expect(snippet?.after).toMatch(/const big: NonNullable<typeof answer> \| (null|undefined) = answer;$/);
  },
);

test("a schema that is gone is shown by its name", () => {
  const { "schema-removed": snippet } = shownAfter(
    ({ components: { schemas } }) => {
      schemas.Sized = { type: "object", properties: { size: { type: "number" } } } as never;
      schemas.Thing = { allOf: [{ ...schemas.Thing }, { $ref: "#/components/schemas/Sized" }] } as never;
    },
    () => {},
  );
  expect(snippet).toEqual({
    before: 'import type { Schema } from "old";\ntype Value = Schema<"Sized">;',
    after: "// `Sized` is gone",
  });
});
