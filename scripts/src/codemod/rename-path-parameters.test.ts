import { expect, test } from "vitest";
import { migrateText, smallMigration } from "./testing/small-migration.ts";

const migration = await smallMigration(({ paths }) => {
  const item = paths["/api/things/{id}"];
  if (!item?.get) throw new Error("no such operation");
  const [, ...others] = item.get.parameters;
  item.get.parameters = [{ name: "thing_id", in: "path", required: true, schema: { type: "string" } }, ...others];
  paths["/api/things/{thing_id}"] = item;
  delete paths["/api/things/{id}"];
});

test("a parameter follows its path, written out or as a shorthand, with what stands around it", () => {
  const { text, notes } = migrateText(
    `const path = "/api/things/{id}";
klaviyo.GET(path, { params: { path: { id } } });
await unwrap(klaviyo.GET(path, { params: { query: { id: 1 }, path: { "id": ids[0], /* kept */ } } }));`,
    migration,
  );
  expect(text).toBe(`const path = "/api/things/{thing_id}";
klaviyo.GET(path, { params: { path: { thing_id: id } } });
await unwrap(klaviyo.GET(path, { params: { query: { id: 1 }, path: { thing_id: ids[0], /* kept */ } } }));`);
  expect(notes).toEqual([]);
});

test("parameters that are not written in the call are listed", () => {
  const { text, notes } = migrateText(`klaviyo.GET("/api/things/{id}", init);`, migration);
  expect(text).toBe(`klaviyo.GET("/api/things/{thing_id}", init);`);
  expect(notes).toEqual(["1: the path's parameters were `id` and are `thing_id`: change `params.path`"]);
});
