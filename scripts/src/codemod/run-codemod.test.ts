import { chmod, cp, mkdir, mkdtemp, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { SpecError } from "../document/spec-error.ts";
import { readSettings } from "../generate/fragments.ts";
import { snapshot } from "../testing/workspace-copy.ts";
import { runOrThrow, runProcess } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import type { Migration } from "./migration.ts";
import { readMigration } from "./read-migration.ts";
import { runCodemod } from "./run-codemod.ts";

const [from, to] = ["2023-12-15", "2026-07-15"];
let migration: Migration;

beforeAll(async () => {
  migration = await readMigration(workspaceRoot, from, to);
});

/** The examples of this repository as they were written for the old revision, in a project that has the packages. */
async function project(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "codemod-"));
  const examples = join(workspaceRoot, "packages", "examples");
  await cp(join(workspaceRoot, "scripts", "fixtures", "codemod"), join(root, "src"), { recursive: true });
  await symlink(join(examples, "node_modules"), join(root, "node_modules"));
  await writeFile(join(root, "package.json"), JSON.stringify({ type: "module" }));
  const config = { extends: join(examples, "tsconfig.json"), include: ["src"] };
  await writeFile(join(root, "tsconfig.json"), JSON.stringify(config));
  return root;
}

/** What TypeScript 7 says of a project, against the packages as they are built. */
async function complaints(root: string): Promise<string> {
  const tsc = join(workspaceRoot, "node_modules", "typescript", "bin", "tsc");
  return (await runProcess(process.execPath, [tsc, "-p", root, "--pretty", "false"])).stdout;
}

test("the examples compile against the old entry before, and against the new one after", async () => {
  const root = await project();
  expect(await complaints(root)).toBe("");
  const reports = await runCodemod(migration, { folder: root });
  expect(reports.flatMap(({ edits }) => edits)).toHaveLength(23);
  expect(await complaints(root)).toBe("");
  const texts = Object.values(await snapshot(join(root, "src"))).join("\n");
  expect(texts).not.toMatch(/2023-12-15|jobs\/"|spawn_create/);
});

test("that the examples compile is the codemod's doing: with the entry alone changed, they do not", async () => {
  const root = await project();
  const entriesOnly = { ...migration, operations: [], paths: new Map(), operationIds: new Map(), schemas: new Map() };
  await runCodemod(entriesOnly, { folder: root });
  const found = await complaints(root);
  for (const file of ["create-categories.ts", "list-items.ts", "type-names.ts"]) {
    expect(found).toContain(file);
  }
});

// The examples are known to fit this revision, and need not fit whichever is current later.
test.runIf((await readSettings(workspaceRoot)).current === to)(
  "with --unpin the examples compile against the entry without a revision",
  async () => {
    const root = await project();
    await runCodemod({ ...migration, unpin: true }, { folder: root });
    expect(Object.values(await snapshot(join(root, "src"))).join("\n")).toContain('from "@org/client";');
    expect(await complaints(root)).toBe("");
  },
);

test("the example that creates categories runs before and after", async () => {
  const root = await project();
  const example = () => runOrThrow(process.execPath, [join(root, "src", "create-categories.ts")]);
  expect(await example()).toMatch(/complete, 3 created, 0 failed\n$/);
  await runCodemod(migration, { folder: root });
  expect(await example()).toMatch(/complete, 3 created, 0 failed\n$/);
});

test("a second run changes nothing more, pinned or not", async () => {
  for (const unpin of [false, true]) {
    const root = await project();
    await runCodemod({ ...migration, unpin }, { folder: root });
    const after = await snapshot(join(root, "src"));
    const reports = await runCodemod({ ...migration, unpin }, { folder: root });
    expect(reports.flatMap(({ edits }) => edits)).toEqual([]);
    expect(await snapshot(join(root, "src"))).toEqual(after);
  }
});

test("a dry run reports the same and changes nothing", async () => {
  const root = await project();
  const before = await snapshot(join(root, "src"));
  const reports = await runCodemod(migration, { folder: root, dryRun: true });
  expect(await snapshot(join(root, "src"))).toEqual(before);
  expect(reports).toEqual(await runCodemod(migration, { folder: root }));
});

test("what is installed, built, hidden, linked or declared is left; line ends and modes stay", async () => {
  const root = await mkdtemp(join(tmpdir(), "codemod-"));
  const text = `#!/usr/bin/env node\r\nimport "@org/client/${from}";\r\n`;
  const left = ["node_modules/a/a.js", "dist/a.js", ".hidden/a.ts", "a.d.ts", "a.json", "deep/node_modules/a.ts"];
  const taken = ["a.ts", "b.tsx", "c.mts", "d.js", "e.jsx", "deep/f.cjs"];
  for (const path of [...left, ...taken]) {
    await mkdir(join(root, path, ".."), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await chmod(join(root, "d.js"), 0o755);
  await symlink(join(root, "a.d.ts"), join(root, "link.ts"));
  await runCodemod(migration, { folder: root });
  const after = await snapshot(root);
  for (const path of left) expect(after[join(root, path)]).toBe(text);
  for (const path of taken) expect(after[join(root, path)]).toBe(text.replace(from, to));
  expect((await stat(join(root, "d.js"))).mode & 0o777).toBe(0o755);
  expect((await stat(join(root, "a.ts"))).mode & 0o111).toBe(0);
});

test("a file that does not parse is left as it is, and said so", async () => {
  const root = await mkdtemp(join(tmpdir(), "codemod-"));
  await writeFile(join(root, "a.ts"), `import "@org/client/${from}";\nconst = {;\n`);
  const [report] = await runCodemod(migration, { folder: root });
  expect(report?.edits).toEqual([]);
  expect(report?.notes[0]).toMatchObject({ line: 2, message: expect.stringMatching(/^left as it is, because/) });
  expect(Object.values(await snapshot(root))[0]).toContain(from);
});

test("a file that is not UTF-8 is not damaged, and one with a byte order mark keeps it", async () => {
  const root = await mkdtemp(join(tmpdir(), "codemod-"));
  const text = `import "@org/client/${from}"; // caf\u00e9\n`;
  await writeFile(join(root, "latin.ts"), text, "latin1");
  await writeFile(join(root, "video.ts"), new Uint8Array([0x47, 0xff, 0xfe]));
  await writeFile(join(root, "mark.ts"), `\uFEFF${text}`);
  const reports = await runCodemod(migration, { folder: root });
  expect(reports.map(({ path, notes }) => [path, notes[0]?.message])).toEqual([
    ["mark.ts", undefined],
    ["latin.ts", "left as it is, because it is not UTF-8"],
  ]);
  expect(await readFile(join(root, "latin.ts"), "latin1")).toBe(text);
  expect(await readFile(join(root, "mark.ts"), "utf8")).toBe(`\uFEFF${text.replace(from, to)}`);
});

test("a call in a file that no import ties to a client is listed", async () => {
  const root = await mkdtemp(join(tmpdir(), "codemod-"));
  await writeFile(join(root, "a.ts"), `export const list = (client) => client.GET("/api/catalog-items/");\n`);
  const [report] = await runCodemod(migration, { folder: root });
  expect(report?.notes).toEqual([
    {
      line: 1,
      column: 44,
      message:
        "GET /api/catalog-items/: it is `/api/catalog-items` now; left as it is, because no import leads from here to a client",
    },
  ]);
});

test("revisions that cannot be used are one message", async () => {
  const message = async (...args: Parameters<typeof readMigration>) =>
    readMigration(...args).then(
      () => "no error",
      (error) => (error instanceof SpecError ? error.message : error),
    );
  expect(await message(workspaceRoot, from, from)).toBe("from and to are both 2023-12-15; name two revisions");
  expect(await message(workspaceRoot, "2020-01-01", to)).toMatch(/^there is no openapi\/2020-01-01\.yaml; the rev/);
  expect(await message(workspaceRoot, to, from, { unpin: true })).toMatch(/^--unpin: the entry without a revision/);
});
