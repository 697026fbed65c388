import { expect, test } from "vitest";
import { gone, migrate, migrateText, notesOf, operation, smallPlan } from "../testing/small-plan.ts";

const plan = smallPlan({
  operations: [
    operation("GET", "/api/things", "get_things", { now: { path: "/api/goods", id: "get_things" } }),
    gone("DELETE", "/api/things/{id}", "delete_thing"),
  ],
});

test("what errors and events are compared with follows; an operation that is gone is listed", () => {
  const { text, notes } = migrateText(
    `if (isApiError(error) && error.operation === "GET /api/things") retry();
switch (event.operation) {
  case 'GET /api/things':
  case "DELETE /api/things/{id}":
}
const limits = { "GET /api/things": 3 };`,
    plan,
  );
  expect(text).toBe(`if (isApiError(error) && error.operation === "GET /api/goods") retry();
switch (event.operation) {
  case 'GET /api/goods':
  case "DELETE /api/things/{id}":
}
const limits = { "GET /api/goods": 3 };`);
  expect(notes).toEqual(["4: the operation is gone; calls of it no longer compile"]);
});

test("one that is put together, or stands where no import leads to a client, is listed", () => {
  const { notes } = migrateText(`if (error.operation === \`\${method} /api/things\`) retry();`, plan);
  expect(notes).toEqual(["1: a template builds a path; `/api/things` is `/api/goods` now"]);
  const apart = migrate({ "a.ts": `export const isList = (error) => error.operation === "GET /api/things";\n` }, plan);
  expect(notesOf(apart)).toEqual([
    "1: `GET /api/things` is `GET /api/goods` now; the name is left, because no import leads from here to a client",
  ]);
});
