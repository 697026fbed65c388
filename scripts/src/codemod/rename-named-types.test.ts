import { expect, test } from "vitest";
import { migrateFiles } from "./migrate-files.ts";
import { notesOf, smallMigration } from "./testing/small-migration.ts";

const migration = await smallMigration(({ paths, components }) => {
  const create = paths["/api/things"]?.post;
  const get = paths["/api/things/{id}"]?.get;
  if (!create || !get || !components.schemas.Owner) throw new Error("no such operation");
  create.operationId = "make_thing";
  create["x-klaviyo-operation-aliases"] = ["create_thing", "add_thing"];
  components.schemas.Person = components.schemas.Owner;
  delete components.schemas.Owner;
  if (components.schemas.Thing) components.schemas.Thing.properties.owner = { $ref: "#/components/schemas/Person" };
});

const migrate = (text: string) => {
  const reports = migrateFiles(new Map([["a.ts", text]]), migration);
  return { text: reports[0]?.text ?? text, notes: notesOf(reports) };
};

test("operations and schemas are renamed in every way that a type names them, also under another name", () => {
  const { text, notes } = migrate(`import type { Operation as Op, operations, components } from "@org/types";
import type * as api from '@org/types';
type A = Op<"create_thing" | "get_thing">;
type B = operations["add_thing"]["requestBody"];
type C = components["schemas"]["Owner"]["email"];
type D = api.Schema<'Owner'>;
type E = import("@org/types").Schema<"Owner">;
`);
  expect(text).toBe(`import type { Operation as Op, operations, components } from "@org/types";
import type * as api from '@org/types';
type A = Op<"make_thing" | "get_thing">;
type B = operations["make_thing"]["requestBody"];
type C = components["schemas"]["Person"]["email"];
type D = api.Schema<'Person'>;
type E = import("@org/types").Schema<"Person">;
`);
  expect(notes).toEqual([]);
});

test("types of others that have the same names are left", () => {
  const before = `import "@org/client";
import type { Operation, Schema } from "somewhere";
type A = Operation<"create_thing">;
type B = Schema<"Owner">;
`;
  expect(migrate(before).text).toBe(before);
});

test("an id or a revision as a plain string is listed, because it may mean something else", () => {
  const before = `import { isApiError } from "@org/client";
if (isApiError(error) && error.operation === "create_thing") retry();
const headers = { revision: "2026-01-15" };
`;
  const { text, notes } = migrate(before);
  expect(text).toBe(before);
  expect(notes).toEqual([
    "1: if this is an operation's id: `create_thing` is `make_thing` now",
    "2: names the revision `2026-01-15`; the new one is `2026-04-15`",
  ]);
});

test("doc comments of JavaScript are types, too", () => {
  const before = `/** @type {import("@org/types/2026-01-15").Schema<"Owner">} */\nlet owner;\n`;
  const reports = migrateFiles(new Map([["a.js", before]]), migration);
  expect(reports[0]?.text).toBe(`/** @type {import("@org/types/2026-04-15").Schema<"Person">} */\nlet owner;\n`);
});
