import fc from "fast-check";
import { expect, test } from "vitest";
import { syntaxError } from "../syntax/parse-source.ts";
import type { SmallApi } from "../testing/small-api.ts";
import { migrateFiles } from "./migrate-files.ts";
import { smallMigration } from "./testing/small-migration.ts";

function operationOf({ paths }: SmallApi, path: string, method: string) {
  const operation = paths[path]?.[method];
  if (!operation) throw new Error("no such operation");
  return operation;
}

const postOf = (head: SmallApi) => operationOf(head, "/api/things", "post");
const getOf = (head: SmallApi) => operationOf(head, "/api/things/{id}", "get");
const place = ({ paths }: SmallApi, from: string, to: string) => {
  const item = paths[from];
  delete paths[from];
  if (item) paths[to] = item;
};

/** Among them the ones in which an old name is another thing's new name. */
const migrations = await Promise.all(
  [
    (head: SmallApi) => place(head, "/api/things", "/api/things/"),
    (head: SmallApi) => {
      Object.assign(postOf(head), { operationId: "get_thing" });
      Object.assign(getOf(head), { operationId: "read_thing" });
    },
    (head: SmallApi) => {
      place(head, "/api/things/{id}", "/api/others/{id}");
      place(head, "/api/things", "/api/things/{id}");
    },
    (head: SmallApi) => {
      getOf(head).parameters = [{ name: "key", in: "path", required: true, schema: { type: "string" } }];
      place(head, "/api/things/{id}", "/api/things/{key}");
    },
    (head: SmallApi) => {
      const { Thing, Owner } = head.components.schemas;
      if (!Thing || !Owner) throw new Error("no such schema");
      head.components.schemas.Person = Owner;
      head.components.schemas.Owner = { type: "object", properties: { age: { type: "number" } } };
      Thing.properties.owner = { $ref: "#/components/schemas/Person" };
      Thing.properties.age = { $ref: "#/components/schemas/Owner" };
    },
  ].flatMap((edit) => [smallMigration(edit), smallMigration(edit, { unpin: true })]),
);

const lines = [
  `import { klaviyo } from "@org/client/2026-01-15";`,
  `import { klaviyo as other } from '@org/client';`,
  `import type { Operation, operations, Schema } from "@org/types/2026-01-15";`,
  `import type { Schema as S } from "@org/types";`,
  `import * as api from "./b.ts";`,
  `const path = "/api/things/{id}";`,
  `klaviyo.GET("/api/things/{id}", { params: { path: { id } } });`,
  `klaviyo.GET(path, { params: { path: { "id": 1 } } });`,
  "klaviyo.POST(`/api/things`, { body: { name, note: null, status: 'used' } });",
  `const { data: { owner, note } } = await klaviyo.GET('/api/things/{id}', init);`,
  `fetch(\`/api/things/\${id}\`);`,
  `fetch("/api/things" + "/" + id);`,
  `type A = Operation<"create_thing" | "get_thing">;`,
  `type B = operations["get_thing"] | Schema<"Owner"> | S<'Owner'>;`,
  `const name = "create_thing";`,
];

test("a second run changes nothing, and what comes out parses if what goes in does", () => {
  const program = fc.array(fc.constantFrom(...lines), { maxLength: 12 }).map((chosen) => chosen.join("\n"));
  const property = fc.property(fc.constantFrom(...migrations), program, program, (migration, a, b) => {
    const files = new Map([
      ["a.ts", a],
      ["b.ts", b],
    ]);
    const first = migrateFiles(files, migration);
    for (const { path, text } of first) if (text !== undefined) files.set(path, text);
    const again = migrateFiles(files, migration);
    expect(again.filter(({ text }) => text !== undefined)).toEqual([]);
    for (const { path, text } of first) if (text !== undefined) expect(syntaxError(path, text)).toBeUndefined();
  });
  fc.assert(property, { numRuns: 400 });
});
