import { expect, test } from "vitest";
import { gone, migrate, migrateText, notesOf, operation, smallPlan } from "../testing/small-plan.ts";

const slashed = (path: string, id: string) => ({ now: { path: `${path}/`, id } });
const slashes = smallPlan({
  operations: [
    operation("POST", "/api/things", "create_thing", slashed("/api/things", "create_thing")),
    operation("GET", "/api/things/{id}", "get_thing", slashed("/api/things/{id}", "get_thing")),
  ],
});

test("a path follows in calls, constants, types, comparisons and JSX, in the quotes it had", () => {
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
  const component = (path: string, revision: string) =>
    `import { klaviyo } from "@org/client/${revision}";\nexport const list = <List client={klaviyo} path="${path}" />;\n`;
  const [report] = migrate({ "list.jsx": component("/api/things", "2026-01-15") }, slashes);
  expect(report?.text).toBe(component("/api/things/", "2026-04-15"));
});

const constants: Record<string, [constants: string, use: string]> = {
  "an exported variable": [`export const THINGS = "/api/things";`, `import { THINGS as path } from "./paths.js";`],
  "a default export": [`export default "/api/things";`, `import path from "./paths.js";`],
  "a member of an object": [
    `export const PATHS = { things: "/api/things" } as const;`,
    `import { PATHS } from "./paths.js"; const { things: path } = PATHS;`,
  ],
  "an enum": [
    `export enum Paths { Things = "/api/things" }`,
    `import * as all from "./paths.js"; const path = all.Paths.Things;`,
  ],
  "a class": [
    `export class Paths { static readonly things = "/api/things"; }`,
    `import { Paths } from "./paths"; const path = Paths["things"];`,
  ],
};

test.each(Object.entries(constants))("%s in a file that does not import ours is followed to", (_, [before, use]) => {
  const files = {
    "paths.ts": `${before}\nexport const other = "/api/things";\n`,
    "use.ts": `import { klaviyo } from "@org/client/2026-01-15";\n${use}\nklaviyo.POST(path, {});\n`,
  };
  const [paths] = migrate(files, slashes);
  expect(paths?.text).toBe(files["paths.ts"].replace(`"/api/things"`, `"/api/things/"`));
  expect(paths?.notes.map(({ before, message }) => `${before.line}: ${message}`)).toEqual([
    "2: `/api/things` is `/api/things/` now; the name is left, because no import leads from here to a client",
  ]);
});

test("so is one of CommonJS, and one behind a re-export", () => {
  const files = {
    "paths.cjs": `exports.THINGS = "/api/things";\nmodule.exports.THING = "/api/things/{id}";\n`,
    "again.cjs": `module.exports = require("./paths.cjs");\n`,
    "use.cjs": `const { createClient } = require("@org/client/2026-01-15");
const paths = require("./paths.cjs");
const { THING } = require("./again.cjs");
createClient({}).POST(paths.THINGS, {});
createClient({}).GET(THING, {});
`,
  };
  const reports = Object.fromEntries(migrate(files, slashes).map(({ path, text }) => [path, text]));
  expect(reports["paths.cjs"]).toBe(`exports.THINGS = "/api/things/";\nmodule.exports.THING = "/api/things/{id}/";\n`);
});

test("a path that is put together, filled in, or followed by a query is left and listed", () => {
  const before = `fetch("/api/things/" + id);
fetch("/api/things" + "/" + id);
fetch(\`/api/things/\${id}\`);
fetch(\`\${host}/api/things?filter=\${filter}\`);
fetch("https://a.klaviyo.com/api/things?sort=created");
fetch("/api/things?sort=created");
fetch(api + "/things/" + id);
fetch(\`\${api}/things\`);
http.get("*/api/things/:id", answer);
type Path = \`/api/things/\${string}\`;
const pattern = /^\\/api\\/things\\/[^/]+$/;
fetch(\`/other/\${id}\`);
fetch(\`\${host}/\${id}\`);
import "./things/api";`;
  const { text, notes } = migrateText(before, slashes);
  expect(text).toBe(before);
  const one = "`/api/things/{id}` is `/api/things/{id}/` now";
  const all = "`/api/things` is `/api/things/` now";
  expect(notes).toEqual([
    `1: a sum builds a path; ${one}`,
    `2: a sum builds a path; ${one}`,
    `3: a template builds a path; ${one}`,
    `4: a template builds a path; ${all}`,
    `5: a URL is written out; ${all}`,
    `6: a path is written out with more than its name; ${all}`,
    `7: a sum builds a path; ${one}`,
    `8: a template builds a path; ${all}`,
    `9: a path is written out with more than its name; ${one}`,
    `10: a template builds a path; ${one}`,
    `11: a pattern matches a path; ${one}`,
  ]);
});

test.each([
  ['const op = "GET " + "/api/things";', "a sum builds a path"],
  ['klaviyo.GET("/api" + "/things");', "a sum builds a path"],
  ["const is = /^GET \\/api\\/things$/;", "a pattern matches a path"],
  ['fetch("http://localhost:3000/proxy/api/things?sort=created");', "a URL is written out"],
  ['fetch("/klaviyo/api/things?sort=created");', "a path is written out with more than its name"],
  ['fetch("//a.klaviyo.com/api/things?sort=created");', "a path is written out with more than its name"],
  ['page.route("**/api/things", answer);', "a path is written out with more than its name"],
  ['fetch(new URL("api/things", base));', "a path is written out with more than its name"],
])("%s is listed, and left as it is", (code, what) => {
  const { text, notes } = migrateText(code, slashes);
  expect(text).toBe(code);
  expect(notes).toEqual([`1: ${what}; \`/api/things\` is \`/api/things/\` now`]);
});

test("where a constant is continued is listed, before and after it has its new path", () => {
  const program = (path: string, revision: string) => ({
    "paths.ts": `export const THINGS = "${path}";\nexport const PATHS = { things: "${path}" } as const;\n`,
    "a.ts": `import { klaviyo } from "@org/client/${revision}";
import { PATHS, THINGS } from "./paths.js";
klaviyo.POST(THINGS, {});
klaviyo.POST(PATHS.things, {});
fetch(\`\${HOST}\${THINGS}/\${id}\`);
fetch(HOST + PATHS.things + "/" + id);
fetch(THINGS.concat("/", id));
console.log(THINGS, THINGS.length, \`\${other}\`);
`,
  });
  const reports = migrate(program("/api/things", "2026-01-15"), slashes);
  const expected = Object.values(program("/api/things/", "2026-04-15"));
  expect(reports.map(({ text }) => text).sort()).toEqual(expected.sort());
  const notes = [5, 6, 7].map((line) => `${line}: a path is continued here; \`/api/things\` is \`/api/things/\` now`);
  expect(notesOf(reports).filter((note) => note.includes("continued"))).toEqual(notes);
  const again = migrate(program("/api/things/", "2026-04-15"), slashes);
  expect(notesOf(again).filter((note) => note.includes("continued"))).toEqual(notes);
});

test("the same is listed in a file from which no import leads to a client", () => {
  const text = `export const url = (id) => \`/api/things/\${id}\`;\nexport const THINGS = "/api/things";\nfetch(url, { headers: { revision: "2026-01-15" } });\nconst day = "2026-01-15";\n`;
  expect(notesOf(migrate({ "a.js": text }, slashes))).toEqual([
    "1: a template builds a path; `/api/things/{id}` is `/api/things/{id}/` now",
    "2: `/api/things` is `/api/things/` now; the name is left, because no import leads from here to a client",
    "3: names the revision `2026-01-15`; the new one is `2026-04-15`",
  ]);
});

test("an operation that moved is found by its id, and its call is to be looked at", () => {
  const plan = smallPlan({
    operations: [
      operation("POST", "/api/things", "create_thing", {
        now: { path: "/api/goods", id: "create_thing" },
        moved: true,
      }),
    ],
  });
  const { text, notes } = migrateText(`klaviyo.POST("/api/things", { body });`, plan);
  expect(text).toBe(`klaviyo.POST("/api/goods", { body });`);
  expect(notes).toEqual([
    "1: POST /api/things moved to /api/goods: check what it takes and answers, which was not compared",
  ]);
  expect(migrateText(text, plan)).toEqual({ text, notes });
});

test("where the methods of a path went different ways, the call decides, and a path alone is listed", () => {
  const plan = smallPlan({
    operations: [
      operation("GET", "/api/things/{id}", "get_thing"),
      operation("PUT", "/api/things/{id}", "put_thing", { now: { path: "/api/goods/{id}", id: "put_thing" } }),
      gone("PATCH", "/api/things/{id}", "update_thing"),
    ],
  });
  const { text, notes } = migrateText(
    `klaviyo.GET("/api/things/{id}", {});
klaviyo.PUT("/api/things/{id}", {});
klaviyo.PATCH("/api/things/{id}", {});
const path = "/api/things/{id}";`,
    plan,
  );
  expect(text).toBe(`klaviyo.GET("/api/things/{id}", {});
klaviyo.PUT("/api/goods/{id}", {});
klaviyo.PATCH("/api/things/{id}", {});
const path = "/api/things/{id}";`);
  expect(notes).toEqual([
    "3: PATCH /api/things/{id}: the operation is gone; calls of it no longer compile",
    "4: what `/api/things/{id}` became depends on the method: GET is at `/api/things/{id}`, PUT is at `/api/goods/{id}`, PATCH is gone",
  ]);
});

test("a path that now is another operation's is replaced only where the file says which revision it is for", () => {
  const plan = smallPlan({
    operations: [
      operation("POST", "/api/things", "create_thing", { now: { path: "/api/things/{id}", id: "create_thing" } }),
      operation("GET", "/api/things/{id}", "get_thing", { now: { path: "/api/others/{id}", id: "get_thing" } }),
    ],
  });
  const calls = `klaviyo.POST("/api/things", {});\nklaviyo.GET("/api/things/{id}", {});\n`;
  const migrateOne = (text: string) => migrate({ "a.ts": text }, plan);

  const [pinned] = migrateOne(`import { klaviyo } from "@org/client/2026-01-15";\n${calls}`);
  expect(pinned?.text).toBe(`import { klaviyo } from "@org/client/2026-04-15";
klaviyo.POST("/api/things/{id}", {});
klaviyo.GET("/api/others/{id}", {});
`);
  const again = migrateOne(pinned?.text ?? "");
  expect(again.map(({ edits }) => edits)).toEqual([[]]);
  expect(notesOf(again)).toEqual(pinned && notesOf([pinned]));

  const plain = migrateOne(`import { klaviyo } from "@org/client";\n${calls}`);
  expect(plain[0]?.text).toBeUndefined();
  expect(notesOf(plain)).toEqual([
    "2: `/api/things` or `/api/things/{id}` is another path's name in the other revision: if this is meant for 2026-01-15, it is `/api/things/{id}` now",
    "3: `/api/things/{id}` or `/api/others/{id}` is another path's name in the other revision: if this is meant for 2026-01-15, it is `/api/others/{id}` now",
  ]);

  const both = migrateOne(`import { klaviyo } from "@org/client";\nimport "@org/client/2026-01-15";\n${calls}`);
  expect(both[0]?.text).toBeUndefined();
  expect(notesOf(both)[0]).toMatch(/^1: left as it is, because it is for 2026-01-15 and for another revision/);
});
