import { expect, test } from "vitest";
import type { SmallApi } from "../testing/small-api.ts";
import { migrateFiles } from "./migrate-files.ts";
import { migrateText, notesOf, smallMigration } from "./testing/small-migration.ts";

function move(from: string, to: string, methods = ["get", "post"]) {
  return ({ paths }: SmallApi) => {
    paths[to] = { ...paths[to] };
    for (const method of methods) {
      const operation = paths[from]?.[method];
      if (operation) paths[to][method] = operation;
      delete paths[from]?.[method];
    }
    if (Object.keys(paths[from] ?? {}).length === 0) delete paths[from];
  };
}

const slashes = await smallMigration((head) => {
  move("/api/things", "/api/things/")(head);
  move("/api/things/{id}", "/api/things/{id}/")(head);
});

test("a path follows in calls, constants, types and comparisons, in the quotes it had", () => {
  const { text, notes } = migrateText(
    `const path = '/api/things';
klaviyo.POST(path, {});
klaviyo.GET(\`/api/things/{id}\`, {});
type Get = paths["/api/things/{id}"]["get"];
if (route === "/api/things") stop();`,
    slashes,
  );
  expect(text).toBe(`const path = '/api/things/';
klaviyo.POST(path, {});
klaviyo.GET(\`/api/things/{id}/\`, {});
type Get = paths["/api/things/{id}/"]["get"];
if (route === "/api/things/") stop();`);
  expect(notes).toEqual([]);
});

test("a path that is put together is left and listed", () => {
  const before = `fetch("/api/things/" + id);
fetch("/api/things" + "/" + id);
fetch(\`/api/things/\${id}\`);
fetch(\`\${host}/api/things?filter=\${filter}\`);
fetch("https://a.klaviyo.com/api/things?sort=created");
fetch(\`/other/\${id}\`);
fetch(\`\${host}/\${id}\`);`;
  const { text, notes } = migrateText(before, slashes);
  expect(text).toBe(before);
  expect(notes).toEqual([
    "2: builds a path from parts; `/api/things` is `/api/things/` now",
    "3: a template builds a path; `/api/things/{id}` is `/api/things/{id}/` now",
    "4: a template builds a path; `/api/things` is `/api/things/` now",
    "5: a URL is written out; `/api/things` is `/api/things/` now",
  ]);
});

test("an operation that moved is found by its id, and its call is to be looked at", async () => {
  const migration = await smallMigration(move("/api/things", "/api/goods"));
  const { text, notes } = migrateText(`klaviyo.POST("/api/things", { body });`, migration);
  expect(text).toBe(`klaviyo.POST("/api/goods", { body });`);
  expect(notes).toEqual([
    "1: POST /api/things moved to /api/goods: check what it takes and answers, which was not compared",
  ]);
});

test("where the methods of a path went different ways, the call decides, and a path alone is listed", async () => {
  const migration = await smallMigration((head) => move("/api/things/{id}", "/api/goods/{id}", ["patch"])(head), {
    base: ({ paths }) => {
      const item = paths["/api/things/{id}"];
      if (item?.get) item.patch = { ...item.get, operationId: "update_thing" };
    },
  });
  // The head is an edition of the plain API, so `patch` is gone there; `get` stayed.
  const { text, notes } = migrateText(
    `klaviyo.GET("/api/things/{id}", {});
klaviyo.PATCH("/api/things/{id}", {});
const path = "/api/things/{id}";`,
    migration,
  );
  expect(text).toContain(`klaviyo.GET("/api/things/{id}", {});`);
  expect(notes).toEqual([
    "2: PATCH /api/things/{id}: the operation is gone; calls of it no longer compile",
    "3: what `/api/things/{id}` became depends on the method: GET is at `/api/things/{id}`, PATCH is gone",
  ]);
});

const swapped = (head: SmallApi) => {
  move("/api/things/{id}", "/api/others/{id}")(head);
  move("/api/things", "/api/things/{id}")(head);
};

test("a path that now is another operation's is replaced only where the file says which revision it is for", async () => {
  const migration = await smallMigration(swapped);
  const calls = `klaviyo.POST("/api/things", {});\nklaviyo.GET("/api/things/{id}", {});\n`;
  const migrate = (text: string) => migrateFiles(new Map([["a.ts", text]]), migration);

  const [pinned] = migrate(`import { klaviyo } from "@org/client/2026-01-15";\n${calls}`);
  expect(pinned?.text).toBe(`import { klaviyo } from "@org/client/2026-04-15";
klaviyo.POST("/api/things/{id}", {});
klaviyo.GET("/api/others/{id}", {});
`);
  expect(migrate(pinned?.text ?? "")).toEqual([]);

  const plain = migrate(`import { klaviyo } from "@org/client";\n${calls}`);
  expect(plain[0]?.text).toContain(`klaviyo.GET("/api/things/{id}", {});`);
  expect(notesOf(plain)).toContain(
    "2: `/api/things/{id}` is another operation's path now: if this is meant for 2026-01-15, it is `/api/others/{id}`",
  );
});
