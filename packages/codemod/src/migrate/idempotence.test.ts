import fc from "fast-check";
import { expect, test } from "vitest";
import type { Migration } from "../migration/migration.ts";
import { gone, migrate, operation, smallPlan } from "../testing/small-plan.ts";

const post = (path: string, id: string, change = {}) => operation("POST", path, id, change);
const get = (path: string, id: string, change = {}) => operation("GET", path, id, change);

/** Among them the ones in which an old name is another thing's new name. */
const migrations: Partial<Migration>[] = [
  {
    operations: [
      post("/api/things", "create_thing", { now: { path: "/api/things/", id: "create_thing" } }),
      get("/api/things/{id}", "get_thing"),
    ],
  },
  {
    operations: [
      post("/api/things", "create_thing", { now: { path: "/api/things", id: "get_thing" } }),
      get("/api/things/{id}", "get_thing", { now: { path: "/api/things/{id}", id: "read_thing" } }),
    ],
  },
  {
    operations: [
      post("/api/things", "create_thing", { now: { path: "/api/things/{id}", id: "create_thing" }, moved: true }),
      get("/api/things/{id}", "get_thing", { now: { path: "/api/others/{id}", id: "get_thing" }, moved: true }),
    ],
  },
  {
    operations: [
      post("/api/things", "create_thing"),
      get("/api/things/{id}", "get_thing", {
        now: { path: "/api/things/{key}", id: "get_thing" },
        filters: [{ field: "name", operator: "contains", message: "no more `contains`" }],
      }),
    ],
  },
  { operations: [gone("POST", "/api/things", "create_thing"), get("/api/things/{id}", "get_thing")] },
  { schemas: { Owner: { to: "Person", reused: true }, Thing: { reused: false, reason: "`Thing` is gone" } } },
];
const plans = migrations.flatMap((each) => [smallPlan(each), smallPlan(each, { unpin: true })]);

const lines = [
  `import { klaviyo } from "@org/client/2026-01-15";`,
  `import { klaviyo as other } from '@org/client';`,
  `import { klaviyo as third } from "@org/client/2026-04-15";`,
  `import type { Operation, operations, Schema } from "@org/types/2026-01-15";`,
  `import type { Schema as S } from "@org/types";`,
  `import * as api from "./b.ts";`,
  `import { path as elsewhere } from "./b.ts";`,
  `export const path = "/api/things/{id}";`,
  `klaviyo.GET("/api/things/{id}", { params: { path: { id }, query: { filter: filter.contains("name", "x") } } });`,
  `klaviyo.GET(path, { params: { path: { "id": 1 } } });`,
  `klaviyo.GET(elsewhere, init);`,
  "klaviyo.POST(`/api/things`, { body: { name, note: null, status: 'used' } });",
  `const { data: { owner, note } } = await klaviyo.GET('/api/things/{id}', init);`,
  `fetch(\`/api/things/\${id}\`);`,
  `fetch("/api/things" + "/" + id);`,
  `fetch("https://a.example/api/things?sort=name");`,
  `type A = Operation<"create_thing" | "get_thing">;`,
  `type B = operations["get_thing"] | Schema<"Owner"> | S<'Owner'>;`,
  `type C = api.Schema<"Thing">;`,
  `const name = "create_thing"; if (error.operation === "POST /api/things") again("2026-01-15");`,
];

// A file that no longer parsed would be listed as such by the second run.
test("a second run changes nothing and lists the same", () => {
  const program = fc.array(fc.constantFrom(...lines), { maxLength: 12 }).map((chosen) => chosen.join("\n"));
  const property = fc.property(fc.constantFrom(...plans), program, program, (plan, a, b) => {
    const files: Record<string, string> = { "a.ts": a, "b.ts": b };
    const first = migrate(files, plan);
    for (const { path, text } of first) if (text !== undefined) files[path] = text;
    const again = migrate(files, plan);
    expect(again.filter(({ text }) => text !== undefined)).toEqual([]);
    const left = (reports: typeof first, when: "before" | "after") =>
      reports.flatMap(({ path, notes }) => notes.map((note) => ({ path, ...note[when], message: note.message })));
    expect(left(again, "before")).toEqual(left(first, "after"));
  });
  fc.assert(property, { numRuns: 150 });
});
