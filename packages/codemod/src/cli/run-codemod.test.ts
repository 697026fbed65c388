import { chmod, cp, mkdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { current } from "../generated/migrations.ts";
import type { FileReport } from "../migrate/migrate-files.ts";
import { type Plan, planMigration } from "../migration/plan.ts";
import { runNode, snapshot } from "../testing/process.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { readPlan } from "./read-plan.ts";
import { runCodemod } from "./run-codemod.ts";

const [from, to] = ["2023-12-15", "2026-07-15"];
const codemodFolder = join(import.meta.dirname, "..", "..");
let plan: Plan;

beforeAll(async () => {
  plan = await readPlan(from, to);
});

/** A program that was written for the old revision, in a project that has the packages. */
async function project(): Promise<string> {
  const root = await temporaryFolder();
  await cp(join(codemodFolder, "fixtures"), join(root, "src"), { recursive: true });
  await symlink(join(codemodFolder, "node_modules"), join(root, "node_modules"));
  await writeFile(join(root, "package.json"), JSON.stringify({ type: "module" }));
  const base = join(codemodFolder, "..", "..", "tsconfig.base.json");
  const compilerOptions = {
    ...{ lib: ["es2024", "esnext", "dom"], types: ["node"], typeRoots: [join(codemodFolder, "node_modules/@types")] },
    ...{ allowJs: true, checkJs: true, jsx: "preserve", erasableSyntaxOnly: false, verbatimModuleSyntax: false },
  };
  await writeFile(join(root, "tsconfig.json"), JSON.stringify({ extends: base, compilerOptions, include: ["src"] }));
  return root;
}

/** What TypeScript says of a project, against the packages as they are built. */
async function complaints(root: string): Promise<string> {
  const tsc = join(codemodFolder, "..", "..", "node_modules", "typescript", "bin", "tsc");
  return (await runNode([tsc, "-p", root, "--pretty", "false"], root)).stdout;
}

const paths = ["src"];
const left = (reports: readonly FileReport[], when: "before" | "after") =>
  reports.flatMap(({ path, notes }) => notes.map((note) => `${path}:${note[when].line} ${note.message}`));

test("a program compiles against the old entry before, and against the new one after; what it cannot change is listed", async () => {
  const root = await project();
  expect(await complaints(root)).toBe("");
  const reports = await runCodemod(plan, { root, paths });
  expect(await complaints(root)).toBe("");

  const texts = await snapshot(join(root, "src"));
  for (const [file, text] of Object.entries(texts)) {
    if (/left-to-you|usage/.test(file)) continue;
    expect(text, file).not.toMatch(/2023-12-15|spawn_create|get_create_items_jobs|ListResponseCollection/);
    if (!file.endsWith("paths.ts")) expect(text, file).not.toMatch(/\/api\/[\w{}/-]+\/["`]/);
  }
  const item = "`/api/catalog-items/{id}/` is `/api/catalog-items/{id}` now";
  const items = "`/api/catalog-items/` is `/api/catalog-items` now";
  expect(left(reports, "after")).toEqual([
    `src/left-to-you.ts:6 a URL is written out; ${items}`,
    `src/left-to-you.ts:7 a path is written out with more than its name; ${items}`,
    `src/left-to-you.ts:8 a template builds a path; ${item}`,
    "src/left-to-you.ts:9 a template builds a path; `/api/catalog-variants/` is `/api/catalog-variants` now",
    "src/left-to-you.ts:10 a sum builds a path; `/api/catalog-categories/{id}/` is `/api/catalog-categories/{id}` now",
    `src/left-to-you.ts:12 names the revision \`${from}\`; the new one is \`${to}\``,
    "src/left-to-you.ts:13 if this is an operation's id: `get_create_items_jobs` is `get_bulk_create_catalog_items_jobs` now",
    "src/support/paths.ts:9 `/api/catalog-categories/` is `/api/catalog-categories` now; the name is left, because no import leads from here to a client",
    `src/usage.mdx:1 this line names the entry or paths of ${from}; left as it is, because only JavaScript and TypeScript are changed`,
  ]);
});

test("that it compiles is the codemod's doing: with the entry alone changed, it does not", async () => {
  const root = await project();
  const nothing = { from, to, operations: [], added: [], aliases: {}, schemas: {} };
  await runCodemod(planMigration(nothing, { current }), { root, paths });
  const found = await complaints(root);
  const expected = [
    "create-categories.ts",
    "list-items.ts",
    "list-variants.mts",
    "legacy.cts",
    "script.cjs",
    "view.tsx",
  ];
  for (const file of expected) expect(found).toContain(file);
});

// The program is known to fit this revision, and need not fit whichever is current later.
test.runIf(current === to)("--unpin leaves a program that compiles against the entry without a revision", async () => {
  const root = await project();
  await runCodemod({ ...plan, unpin: true }, { root, paths });
  expect(Object.values(await snapshot(join(root, "src"))).join("\n")).toContain('from "@org/client";');
  expect(await complaints(root)).toBe("");
});

test("the example that creates categories runs before and after", async () => {
  const root = await project();
  const example = () => runNode([join(root, "src", "create-categories.ts")], root);
  expect((await example()).stdout).toMatch(/complete, 3 created, 0 failed\n$/);
  await runCodemod(plan, { root, paths });
  expect((await example()).stdout).toMatch(/complete, 3 created, 0 failed\n$/);
});

test("a second run changes nothing more and lists the same, pinned or not", async () => {
  for (const unpin of [false, true]) {
    const root = await project();
    const first = await runCodemod({ ...plan, unpin }, { root, paths });
    const after = await snapshot(join(root, "src"));
    const second = await runCodemod({ ...plan, unpin }, { root, paths });
    expect(second.flatMap(({ edits }) => edits)).toEqual([]);
    expect(await snapshot(join(root, "src"))).toEqual(after);
    expect(left(second, "before")).toEqual(left(first, "after"));
  }
});

test("a dry run reports the same and changes nothing", async () => {
  const root = await project();
  const before = await snapshot(join(root, "src"));
  const reports = await runCodemod(plan, { root, paths, dryRun: true });
  expect(await snapshot(join(root, "src"))).toEqual(before);
  expect(reports).toEqual(await runCodemod(plan, { root, paths }));
});

test("what is installed, built, hidden or linked is left; line ends and modes stay", async () => {
  const root = await temporaryFolder();
  const text = `#!/usr/bin/env node\r\nimport "@org/client/${from}";\r\n`;
  const skipped = ["node_modules/a/a.js", "dist/a.js", ".hidden/a.ts", "a.txt", "deep/node_modules/a.ts"];
  const taken = ["a.ts", "b.tsx", "c.mts", "d.js", "e.jsx", "deep/f.cjs", "g.d.ts"];
  for (const path of [...skipped, ...taken]) {
    await mkdir(join(root, path, ".."), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await chmod(join(root, "d.js"), 0o755);
  await symlink(join(root, "a.txt"), join(root, "link.ts"));
  await runCodemod(plan, { root, paths: ["."] });
  const after = await snapshot(root);
  for (const path of skipped) expect(after[join(root, path)]).toBe(text);
  for (const path of taken) expect(after[join(root, path)]).toBe(text.replace(from, to));
  expect((await stat(join(root, "d.js"))).mode & 0o777).toBe(0o755);
  expect((await stat(join(root, "a.ts"))).mode & 0o111).toBe(0);
});

test("links to what is in none of the folders are told once, with their number", async () => {
  const root = await temporaryFolder();
  for (const folder of ["src", "shared"]) await mkdir(join(root, folder));
  for (const path of ["src/a.ts", "shared/b.ts", "shared/notes.txt"]) await writeFile(join(root, path), "export {};\n");
  const links = { "inside.ts": "src/a.ts", "notes.txt": "shared/notes.txt", "none.ts": "none.ts" };
  for (const [name, target] of Object.entries(links)) await symlink(join(root, target), join(root, "src", name));
  expect(await runCodemod(plan, { root, paths })).toEqual([]);
  await symlink(join(root, "shared"), join(root, "src", "shared"));
  await symlink(join(root, "shared", "b.ts"), join(root, "src", "zlink.ts"));
  const message =
    "left out, because it is a symbolic link: name what it leads to if that is to be changed; 1 more link is left out as well";
  expect(left(await runCodemod(plan, { root, paths }), "after")).toEqual([`src/shared:1 ${message}`]);
  expect(await runCodemod(plan, { root, paths: [...paths, "shared"] })).toEqual([]);
});

test("a file that would only be searched is searched behind a link, too, and told for what it names", async () => {
  const root = await temporaryFolder();
  for (const folder of ["src", "shared"]) await mkdir(join(root, folder));
  const texts = { "a.json": "{}\n", "b.json": '{ "path": "/api/catalog-items/" }\n' };
  for (const [name, text] of Object.entries(texts)) {
    await writeFile(join(root, "shared", name), text);
    await symlink(join(root, "shared", name), join(root, "src", name));
  }
  expect(left(await runCodemod(plan, { root, paths }), "after")).toEqual([
    expect.stringMatching(/^src\/b\.json:1 .*names the entry or paths of/),
  ]);
});

test("former paths in what is not changed are listed, and nothing that only begins like one", async () => {
  const root = await temporaryFolder();
  const name =
    "names the entry or paths of 2023-12-15; left as it is, because only JavaScript and TypeScript are changed";
  const files: Record<string, string> = {
    "a.sh": 'curl "https://a.klaviyo.com/api/catalog-items/$ID"\ncurl https://a.klaviyo.com/api/catalog-items/\n',
    "b.http": "GET https://a.klaviyo.com/api/catalog-items/{{id}}/?x=1\n",
    "c.snap": "exports[`GET /api/catalog-items/ 1`] = `1`;\n",
    "d.json": '{ "now": "/api/catalog-items/$custom:::1", "also": "/api/catalog-items" }\n',
    "e.tsx": `// See /api/catalog-items/.
const a = 1; /* /api/catalog-items/{id}/ and /api/catalog-items/{id} */
export const view = <p title="x">POST /api/catalog-variants/ {/* /api/catalog-categories/ */}</p>;
/** Calls /api/catalog-items/ */
export function f() {
  return "@param"; // "/api/catalog-variants/"
}
`,
  };
  for (const [path, text] of Object.entries(files)) await writeFile(join(root, path), text);
  const reports = await runCodemod(plan, { root, paths: ["."] });
  const look = "of 2023-12-15; not changed, look at it";
  expect(left(reports, "after")).toEqual([
    `e.tsx:1 a comment names \`/api/catalog-items/\` ${look}`,
    `e.tsx:2 a comment names \`/api/catalog-items/{id}/\` ${look}`,
    `e.tsx:3 a text names \`/api/catalog-variants/\` ${look}`,
    `e.tsx:3 a comment names \`/api/catalog-categories/\` ${look}`,
    `e.tsx:4 a comment names \`/api/catalog-items/\` ${look}`,
    `e.tsx:6 a comment names \`/api/catalog-variants/\` ${look}`,
    `a.sh:2 this line ${name}`,
    `b.http:1 this line ${name}`,
    `c.snap:1 this line ${name}`,
  ]);
  expect(await readFile(join(root, "e.tsx"), "utf8")).toBe(files["e.tsx"]);
});

test("an alias of tsconfig.json is followed", async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, "src"));
  await writeFile(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions: { paths: { "~/*": ["./src/*"] } } }));
  await writeFile(join(root, "src", "paths.ts"), `export const ITEMS = "/api/catalog-items/";\n`);
  await writeFile(join(root, "src", "client.ts"), `export { klaviyo } from "@org/client/${from}";\n`);
  const use = `import { klaviyo } from "~/client";\nimport { ITEMS } from "~/paths";\nklaviyo.GET(ITEMS);\n`;
  await writeFile(join(root, "src", "use.ts"), use);
  const reports = await runCodemod(plan, { root, paths });
  expect(reports.map(({ path }) => path)).toEqual(["src/client.ts", "src/paths.ts"]);
  expect(await readFile(join(root, "src", "paths.ts"), "utf8")).toBe(`export const ITEMS = "/api/catalog-items";\n`);
});

test("a file that does not parse is left as it is, and said so", async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, "a.ts"), `import "@org/client/${from}";\nconst = {;\n`);
  const [report] = await runCodemod(plan, { root, paths: ["."] });
  expect(report?.edits).toEqual([]);
  expect(report?.notes[0]).toMatchObject({
    before: { line: 2 },
    message: expect.stringMatching(/^left as it is, because it does not parse/),
  });
  expect(Object.values(await snapshot(root))[0]).toContain(from);
});

test("a file that is not UTF-8 is not damaged, and one with a byte order mark keeps it", async () => {
  const root = await temporaryFolder();
  const text = `import "@org/client/${from}"; // caf\u00e9\n`;
  await writeFile(join(root, "latin.ts"), text, "latin1");
  await writeFile(join(root, "video.ts"), new Uint8Array([0x47, 0xff, 0xfe]));
  await writeFile(join(root, "mark.ts"), `\uFEFF${text}`);
  const reports = await runCodemod(plan, { root, paths: ["."] });
  expect(reports.map(({ path, notes }) => [path, notes[0]?.message])).toEqual([
    ["mark.ts", undefined],
    ["latin.ts", "left as it is, because it is not UTF-8"],
  ]);
  expect(await readFile(join(root, "latin.ts"), "latin1")).toBe(text);
  expect(await readFile(join(root, "mark.ts"), "utf8")).toBe(`\uFEFF${text.replace(from, to)}`);
});
