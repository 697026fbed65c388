import { expect, test } from "vitest";
import { proseFilters } from "./prose-filters.ts";

test("fields and operators are read from a description", () => {
  const description =
    "See the guide, `not this`: `one`<br>Allowed field(s)/operator(s):<br>`ids`: `any`<br>`item.id`: `equals`, `any`";
  expect(proseFilters(description)).toEqual({ ids: ["any"], "item.id": ["any", "equals"] });
});

test("a description without a list has no filters", () => {
  expect(proseFilters("See the guide: `ids`: `any`")).toEqual({});
});
