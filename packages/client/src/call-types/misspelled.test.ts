import { expect, test } from "vitest";
import { readShapes } from "../testing/read-shapes.ts";

const call = (text: string) => () =>
  readShapes(`
    import { createClient } from "./generated/2026-07-15.ts";
    createClient({ apiKey: "pk_1" }).${text};
  `);

test.each([
  [
    `GET("/api/catalog-items", { params: { query: { include: ["variants"], inclde: 1 } } })`,
    "Did you mean to write 'include'?",
  ],
  [`GET("/api/catalog-items", { params: { query: { inclde: ["variants"] } } })`, `Did you mean to write 'include'?`],
  [
    `GET("/api/catalog-items", { params: { query: { page: 1 } as { sort?: "created"; page: number } } })`,
    `UnknownQueryParameter<"page">`,
  ],
  [
    `GET("/api/catalog-items", { params: { query: { "fields[catalog-item]": ["price", "titel"] } } })`,
    `Did you mean '"title"'?`,
  ],
  [
    `GET("/api/catalog-items/{id}", { params: { path: { id: "1", idd: "1" } } })`,
    `Object literal may only specify known properties, and 'idd' does not exist in type '{ id: string; }'.`,
  ],
  [`GET("/api/catalog-items/{id}")`, `"/api/catalog-items/{id} needs a second argument"`],
  [`GET("/api/catalog-items", { hedaers: {} })`, "Did you mean to write 'headers'?"],
  [`GET("/api/catalog-items", { params: { qurey: {} } })`, "Did you mean to write 'query'?"],
])("%s: %s", (text, message) => {
  expect(call(text)).toThrow(message);
});

test("the compiler has nothing to say about a call that is right", () => {
  expect(call(`GET("/api/catalog-items", { params: { query: { include: ["variants"] } } })`)).not.toThrow();
});
