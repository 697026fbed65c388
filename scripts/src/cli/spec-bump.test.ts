import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readDocument } from "../document/read-document.ts";
import { referenceDocuments, skippedWithoutReference } from "../testing/reference-documents.ts";
import { copyWorkspace, run, snapshot } from "../testing/workspace-copy.ts";
import { runProcess } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";

let root: string;
beforeAll(async () => {
  root = await copyWorkspace();
});

/** The current fragment as upstream might publish it next. */
async function publishNext(edit: (text: string) => string): Promise<string> {
  const { document } = await readDocument(join(workspaceRoot, "openapi", "2026-07-15.yaml"));
  const file = join(root, "upstream.json");
  await writeFile(file, edit(JSON.stringify(document).replaceAll('"2026-07-15"', '"2026-10-15"')));
  return file;
}

test("one command makes fragment, types, tables, guide and changeset; again, and nothing is left to do", async () => {
  const from = await publishNext((text) => text.replaceAll('"update_catalog_item"', '"change_catalog_item"'));
  const { stdout, code, stderr } = await run(root, "spec-bump", "2026-10-15", "--current", "--from", from);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("the current revision: 2026-07-15 -> 2026-10-15, minor");
  expect(stdout).toContain("@org/types, @org/client, @org/mock: minor (.changeset/spec-2026-07-15--2026-10-15.md)");
  const guide = await readFile(join(root, "openapi", "migrations", "2026-07-15--2026-10-15.md"), "utf8");
  expect(guide).toContain("| `update_catalog_item` | `change_catalog_item` |");
  expect((await run(root, "generate", "--check")).code).toBe(0);
  const again = await run(root, "spec-bump", "2026-10-15", "--current", "--from", from);
  expect(again.stdout).toContain("nothing to write");
});

test("a document that cannot be used: one message, exit 2, the tree as before", async () => {
  const from = await publishNext((text) => text.slice(0, text.length / 2));
  const before = await snapshot(root);
  const { code, stdout, stderr } = await run(root, "spec-bump", "2026-10-15", "--from", from);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^upstream.json:\d+: not valid JSON/);
  expect(await snapshot(root)).toEqual(before);
});

const newest = referenceDocuments.at(-1);

describe.skipIf(!newest)(`the whole API instead of Catalogs${skippedWithoutReference}`, () => {
  test("is an edit of fragment.yaml and the same commands: types, table, client and verdict follow", {
    timeout: 120_000,
  }, async () => {
    const copy = await copyWorkspace();
    const { file, revision } = newest ?? { file: "", revision: "" };
    const settings = join(copy, "openapi", "fragment.yaml");
    await writeFile(settings, (await readFile(settings, "utf8")).replace(/tags: .*/, 'tags: ["*"]'));
    const pulled = await run(copy, "spec-pull", revision, "--from", file);
    expect(pulled.stderr).toBe("");
    expect(pulled.stdout).toContain("345 of 345 operations selected");
    expect((await run(copy, "generate")).stderr).toBe("");
    const table = await readFile(join(copy, "packages", "client", "src", "generated", `${revision}.ts`), "utf8");
    expect(table.match(/\b(?:GET|POST|PUT|PATCH|DELETE): \d/g)).toHaveLength(345);
    const { stdout } = await run(copy, "spec-diff", "2023-12-15", revision, "--json");
    expect(JSON.parse(stdout).operations).toHaveLength(345);
    expect(await compileClient(copy, revision)).toBe("");
  });
});

/** Lists are no part of Catalogs: a call of one, narrowed by its fieldset, against the client of the copy. */
const program = (revision: string) => `
import { createClient } from "./generated/${revision}.ts";
import type { Operation } from "@org/types/${revision}";

const klaviyo = createClient({ apiKey: "pk_1" });
const query = { "fields[list]": ["name"] } as const;
const { data } = await klaviyo.GET("/api/lists/{id}", { params: { path: { id: "1" }, query } });
export const name: string | null | undefined = data?.data.attributes.name;
// @ts-expect-error: not in the fieldset
export const created = data?.data.attributes.created;
// @ts-expect-error: no such path
await klaviyo.GET("/api/lists/{list_id}");
export type Profiles = Operation<"get_profiles">;
`;

async function compileClient(copy: string, revision: string): Promise<string> {
  const client = join(copy, "packages", "client");
  await cp(join(workspaceRoot, "packages", "client", "src"), join(client, "src"), {
    recursive: true,
    filter: (name) => !/generated|\.test(-d)?\.ts$/.test(name),
  });
  await symlink(join(workspaceRoot, "packages", "client", "node_modules"), join(client, "node_modules"));
  await writeFile(join(client, "src", "program.ts"), program(revision));
  const paths = { "@org/types/*": [join(copy, "packages", "types", "src", "generated", "*.ts")] };
  const tsconfig = {
    extends: join(workspaceRoot, "tsconfig.base.json"),
    compilerOptions: { lib: ["es2023", "dom", "dom.iterable"], paths },
    files: ["src/program.ts"],
  };
  await writeFile(join(client, "tsconfig.json"), JSON.stringify(tsconfig));
  const tsc = join(workspaceRoot, "node_modules", "typescript", "bin", "tsc");
  return (await runProcess(process.execPath, [tsc, "-p", client, "--pretty", "false"])).output;
}
