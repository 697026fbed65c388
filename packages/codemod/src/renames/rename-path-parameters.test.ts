import { expect, test } from "vitest";
import { migrateText, operation, smallPlan } from "../testing/small-plan.ts";

const plan = smallPlan({
  operations: [
    operation("GET", "/api/things/{id}", "get_thing", { now: { path: "/api/things/{thing_id}", id: "get_thing" } }),
    operation("GET", "/api/a/{x}/b/{y}", "get_b", { now: { path: "/api/a/{y}/b/{x}", id: "get_b" } }),
  ],
});

test("a parameter follows its path, written out or as a shorthand, with what stands around it", () => {
  const { text, notes } = migrateText(
    `const path = "/api/things/{id}";
klaviyo.GET(path, { params: { path: { id } } });
await unwrap(klaviyo.GET(path, { params: { query: { id: 1 }, path: { "id": ids[0], /* kept */ } } }));`,
    plan,
  );
  expect(text).toBe(`const path = "/api/things/{thing_id}";
klaviyo.GET(path, { params: { path: { thing_id: id } } });
await unwrap(klaviyo.GET(path, { params: { query: { id: 1 }, path: { thing_id: ids[0], /* kept */ } } }));`);
  expect(notes).toEqual([]);
});

test("parameters that are not written in the call are listed, by a second run too", () => {
  const { text, notes } = migrateText(`klaviyo.GET("/api/things/{id}", init);`, plan);
  expect(text).toBe(`klaviyo.GET("/api/things/{thing_id}", init);`);
  expect(notes).toEqual(["1: the path's parameters were `id` and are `thing_id`: change `params.path`"]);
  expect(migrateText(text, plan)).toEqual({ text, notes });
});

test("parameters that changed places do so once", () => {
  const { text } = migrateText(`klaviyo.GET("/api/a/{x}/b/{y}", { params: { path: { x: 1, y: 2 } } });`, plan);
  expect(text).toBe(`klaviyo.GET("/api/a/{y}/b/{x}", { params: { path: { y: 1, x: 2 } } });`);
  expect(migrateText(text, plan).text).toBe(text);
});
