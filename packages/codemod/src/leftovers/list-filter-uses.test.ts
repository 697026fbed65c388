import { expect, test } from "vitest";
import { migrateText, operation, smallPlan } from "../testing/small-plan.ts";

const filters = [
  { operator: "contains", field: "name", message: "`contains(name, …)` is no longer a filter" },
  { field: "size", message: "`size` can no longer be filtered by" },
];
const plan = smallPlan({ operations: [operation("GET", "/api/things/{id}", "get_thing", { filters })] });
const call = (filter: string) =>
  `klaviyo.GET("/api/things/{id}", { params: { path: { id }, query: { filter: ${filter} } } });`;
const note = "1: `contains(name, …)` is no longer a filter";

test.each([
  [`filter.contains("name", "x")`, [note]],
  [`filter.and(filter.equals("name", "y"), filter.contains("name", "x"))`, [note]],
  [`'equals(name,"y"),contains(name,"x")'`, [note]],
  [`\`contains(name,\${quoted})\``, [note]],
  [`filter.equals("size", 1)`, ["1: `size` can no longer be filtered by"]],
  [`filter.equals("name", "x")`, []],
  [`filter.contains("title", "x")`, []],
  ["where", []],
])("%s", (filter, notes) => {
  expect(migrateText(call(filter), plan).notes).toEqual(notes);
});
