import { describe, expect, test } from "vitest";
import { migrateText, smallMigration } from "./testing/small-migration.ts";

describe("filters", async () => {
  const fewer = await smallMigration((head) => {
    const filters = { name: { operators: { single: ["equals"] }, value: { type: "string" } } };
    Object.assign(head.paths["/api/things/{id}"]?.get ?? {}, { "x-klaviyo-filters": filters });
  });
  const call = (filter: string) =>
    `klaviyo.GET("/api/things/{id}", { params: { path: { id }, query: { filter: ${filter} } } });`;
  const note = "1: `contains(name, …)` is no longer a filter";

  test.each([
    [`filter.contains("name", "x")`, [note]],
    [`filter.and(filter.equals("name", "y"), filter.contains("name", "x"))`, [note]],
    [`'equals(name,"y"),contains(name,"x")'`, [note]],
    [`\`contains(name,\${quoted})\``, [note]],
    [`filter.equals("name", "x")`, []],
    [`filter.contains("title", "x")`, []],
    ["where", []],
  ])("%s", (filter, notes) => {
    expect(migrateText(call(filter), fewer).notes).toEqual(notes);
  });
});
