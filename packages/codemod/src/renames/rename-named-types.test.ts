import { expect, test } from "vitest";
import { migrate, notesOf, operation, smallPlan } from "../testing/small-plan.ts";

const plan = smallPlan({
  operations: [
    operation("POST", "/api/things", "create_thing", { now: { path: "/api/things", id: "make_thing" } }),
    operation("GET", "/api/things/{id}", "get_thing"),
  ],
  aliases: { create_thing: "make_thing", add_thing: "make_thing" },
  schemas: { Owner: { to: "Person", reused: false } },
});

const migrateOne = (text: string, path = "a.ts") => {
  const reports = migrate({ [path]: text }, plan);
  return { text: reports[0]?.text ?? text, notes: notesOf(reports) };
};

test("operations and schemas are renamed in every way that a type names them, also under another name", () => {
  const { text, notes } = migrateOne(`import type { Operation as Op, operations, components } from "@org/types";
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

test("a type is followed through re-exports, whatever they call it", () => {
  const files = {
    "types.ts": `export type { Schema as Named } from "@org/types";\nexport * as api from "@org/types";\n`,
    "index.mts": `export * from "./types.js";\n`,
    "use.ts": `import type { Named, api } from "./index.mjs";\ntype A = Named<"Owner"> | api.Operation<"add_thing">;\n`,
  };
  expect(migrate(files, plan).map(({ path, text }) => [path, text])).toEqual([
    ["use.ts", files["use.ts"].replace("Owner", "Person").replace("add_thing", "make_thing")],
  ]);
});

test("types of others that have the same names are left", () => {
  const before = `import "@org/client";
import type { Operation, Schema } from "somewhere";
type A = Operation<"create_thing">;
type B = Schema<"Owner">;
`;
  expect(migrateOne(before).text).toBe(before);
});

test("an id or a revision as a plain string is listed, because it may mean something else", () => {
  const before = `import { isApiError } from "@org/client";
if (log.operationId === "create_thing") retry();
const headers = { revision: "2026-01-15" };
`;
  const { text, notes } = migrateOne(before);
  expect(text).toBe(before);
  expect(notes).toEqual([
    "2: if this is an operation's id: `create_thing` is `make_thing` now",
    "3: names the revision `2026-01-15`; the new one is `2026-04-15`",
  ]);
});

test("doc comments of JavaScript are types, too", () => {
  const { text } = migrateOne(`/** @type {import("@org/types/2026-01-15").Schema<"Owner">} */\nlet owner;\n`, "a.js");
  expect(text).toBe(`/** @type {import("@org/types/2026-04-15").Schema<"Person">} */\nlet owner;\n`);
});
