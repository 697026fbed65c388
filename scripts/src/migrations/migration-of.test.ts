import { expect, test } from "vitest";
import { diffDocuments } from "../diff/diff-documents.ts";
import { type SmallApi, smallApi } from "../testing/small-api.ts";
import { migrationOf } from "./migration-of.ts";

function migration(edit: (head: SmallApi) => void, base: (base: SmallApi) => void = () => {}) {
  const head = smallApi(edit);
  return migrationOf("2026-01-15", "2026-04-15", diffDocuments(smallApi(base), head), head);
}

function operationOf({ paths }: SmallApi, path: string, method: string) {
  const operation = paths[path]?.[method];
  if (!operation) throw new Error("no such operation");
  return operation;
}

test("an operation that stays, one with another id and path, one that is gone and one that is new", () => {
  const { operations, added, aliases } = migration((head) => {
    const create = operationOf(head, "/api/things", "post");
    Object.assign(create, { operationId: "make_thing", "x-klaviyo-operation-aliases": ["create_thing", "add_thing"] });
    head.paths["/api/things/"] = { post: create };
    delete head.paths["/api/things"];
    head.paths["/api/owners"] = { get: { ...operationOf(head, "/api/things/{id}", "get"), operationId: "get_owner" } };
    delete head.paths["/api/things/{id}"];
  });
  expect(operations).toEqual([
    { method: "POST", path: "/api/things", id: "create_thing", now: { path: "/api/things/", id: "make_thing" } },
    {
      method: "GET",
      path: "/api/things/{id}",
      id: "get_thing",
      reason: "the operation is gone; calls of it no longer compile",
    },
  ]);
  expect(added).toEqual([{ method: "GET", path: "/api/owners", id: "get_owner" }]);
  expect(aliases).toEqual({ create_thing: "make_thing", add_thing: "make_thing" });
});

test("an operation that is found at another path by its id has moved", () => {
  const { operations } = migration((head) => {
    head.paths["/api/goods"] = head.paths["/api/things"] ?? {};
    delete head.paths["/api/things"];
  });
  expect(operations.find(({ id }) => id === "create_thing")).toEqual({
    method: "POST",
    path: "/api/things",
    id: "create_thing",
    now: { path: "/api/goods", id: "create_thing" },
    moved: true,
  });
});

test("an operation that moved and has another method is one that is gone and one that is new", () => {
  const { operations, added } = migration((head) => {
    head.paths["/api/goods"] = { put: operationOf(head, "/api/things", "post") };
    delete head.paths["/api/things"];
  });
  expect(operations.filter(({ id }) => id === "create_thing")).toEqual([
    {
      method: "POST",
      path: "/api/things",
      id: "create_thing",
      reason: "the operation is at `PUT /api/goods` now; calls of the old path no longer compile",
    },
  ]);
  expect(added).toEqual([{ method: "PUT", path: "/api/goods", id: "create_thing" }]);
});

test("filters that are no longer taken, by field or by operator, and media types that are gone", () => {
  const filters = (names: object) => (api: SmallApi) =>
    Object.assign(operationOf(api, "/api/things/{id}", "get"), { "x-klaviyo-filters": names });
  const text = (...single: string[]) => ({ operators: { single }, value: { type: "string" } });
  const { operations } = migration(
    (head) => {
      filters({ name: text("equals") })(head);
      const response = operationOf(head, "/api/things/{id}", "get").responses["200"];
      const [schema] = Object.values((response?.content ?? {}) as object);
      Object.assign(response ?? {}, { content: { "application/json": schema } });
    },
    filters({ name: text("equals", "contains"), "owner.name": text("equals") }),
  );
  expect(operations.find(({ id }) => id === "get_thing")).toMatchObject({
    filters: [
      { field: "name", operator: "contains", message: "`contains(name, …)` is no longer a filter" },
      { field: "owner.name", message: "`owner.name` can no longer be filtered by" },
    ],
    mediaTypes: ["application/vnd.api+json"],
  });
});

test("a schema that is called otherwise, and a name that another schema took", () => {
  const { schemas } = migration(({ components }) => {
    const { Thing, Owner } = components.schemas;
    if (!Thing || !Owner) throw new Error("no such schema");
    components.schemas.Person = Owner;
    components.schemas.Owner = { type: "object", properties: { age: { type: "number" } } };
    Thing.properties.owner = { $ref: "#/components/schemas/Person" };
    Thing.properties.age = { $ref: "#/components/schemas/Owner" };
  });
  expect(schemas).toMatchObject({ Owner: { to: "Person", reused: true } });
});
