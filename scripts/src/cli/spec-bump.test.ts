import { cp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readReleased } from "../bump/spec-state.ts";
import { readDocument } from "../document/read-document.ts";
import { readSettings } from "../generate/fragments.ts";
import { referenceDocuments, skippedWithoutReference } from "../testing/reference-documents.ts";
import { copyWorkspace, run, snapshot } from "../testing/workspace-copy.ts";
import { trialCopy } from "../trial/trial-copy.ts";
import { runProcess } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";

const { current } = await readSettings(workspaceRoot);
/** What a bump is measured against: after one that was not released yet, not the current revision. */
const shipped = (await readReleased(workspaceRoot)).settings.current;
/** A revision that nobody has published. */
const next = "2099-12-15";

let root: string;
beforeAll(async () => {
  root = await trialCopy(workspaceRoot);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The current fragment as upstream might publish it next. */
async function publishNext(edit: (text: string) => string): Promise<string> {
  const { document } = await readDocument(join(workspaceRoot, "openapi", `${current}.yaml`));
  const file = join(root, "upstream.json");
  await writeFile(file, edit(JSON.stringify(document).replaceAll(`"${current}"`, `"${next}"`)));
  return file;
}

/** A page of the site that asks for the field which is about to go. */
const page = `# Names

\`\`\`ts twoslash
import { createClient } from "@org/client";
const klaviyo = createClient({ apiKey: "pk_1" });
await klaviyo.GET("/api/catalog-categories", { params: { query: { "fields[catalog-category]": ["name"] } } });
\`\`\`
`;

describe("a revision in which an operation has another id, and a list of fields lacks one that we ask for", () => {
  let from: string;
  let told: string[];
  beforeAll(async () => {
    from = await publishNext((text) =>
      text
        .replaceAll('"update_catalog_item"', '"change_catalog_item"')
        .replace(/("name":"fields\[catalog-category\]".*?"enum":\[[^\]]*?),"name"/g, "$1")
        .replaceAll("/api/back-in-stock-subscriptions", "/api/wake-up-calls"),
    );
    await writeFile(join(root, "docs", "guides", "names.md"), page);
    const { stdout, code, stderr } = await run(root, "spec-bump", next, "--current", "--from", from);
    expect([code, stderr]).toEqual([0, ""]);
    told = stdout.split("\n");
  }, 300_000);

  test("one command makes fragment, types, tables, guide, changeset and reports, and names each file", async () => {
    expect(told).toContainEqual(expect.stringContaining(`the current revision: ${shipped} -> ${next}, major`));
    const guide = `openapi/migrations/${shipped}--${next}.md`;
    expect(await readFile(join(root, guide), "utf8")).toContain("| `update_catalog_item` | `change_catalog_item` |");
    const written = [
      `openapi/${next}.yaml`,
      "openapi/fragment.yaml",
      guide,
      `.changeset/spec-${shipped}--${next}.md`,
      ...["types", "client", "mock"].map((name) => `packages/${name}/src/generated/${next}.ts`),
      ...["packages/types/api.md", "packages/client/api.md", "packages/types/README.md"],
    ];
    for (const path of written) expect(told).toContain(`  ${path}`);
    expect(await readFile(join(root, "packages/types/api.md"), "utf8")).toContain(`## \`@org/types/${next}\``);
  });

  test("what it wrote is as the generator and the formatter have it", async () => {
    expect((await run(root, "generate", "--check")).output).toContain("0 drifted");
    const biome = join(workspaceRoot, "node_modules", ".bin", "biome");
    const { code, output } = await runProcess(biome, ["check", "openapi", "packages"], { cwd: root });
    expect([code, output]).toEqual([0, expect.any(String)]);
  }, 120_000);

  test("a second run has nothing to write", async () => {
    const again = await run(root, "spec-bump", next, "--current", "--from", from);
    expect(again.stdout).toContain("nothing to write");
  }, 120_000);

  test("the places are in the READMEs, too, whose snippets no longer compile", () => {
    expect(told.filter((line) => /^ *(?:packages\/\w+\/)?README\.md:\d+/.test(line))).not.toEqual([]);
  });

  test("the places are in the pages of the site, too, by their lines", () => {
    const at = told.findIndex((line) => line.startsWith("  docs/guides/names.md:6: "));
    expect(told[at + 1]).toMatch(/because of get_\w+: .* no longer takes "name"/);
  });

  test("it ends with the places that no longer compile, and which finding each comes from", () => {
    const at = told.findIndex((line) => /places no longer compile and need a person:$/.test(line));
    expect(at).toBeGreaterThan(0);
    const rest = told.slice(at + 1).join("\n");
    expect(rest).toMatch(/^ {2}packages\/\S+:\d+: .*"name".*\n {4}because of get_\w+: .* no longer takes "name"/m);
    expect(rest).toContain("the mock answers these operations of 2099-12-15 with an example only");
    expect(rest).toMatch(/^ {2}create_back_in_stock_subscription \(packages\/mock\//m);
  });
});

test("a document that cannot be used: one message, exit 2, the tree as before", async () => {
  const from = await publishNext((text) => text.slice(0, text.length / 2));
  const before = await snapshot(join(root, "openapi"));
  const { code, stdout, stderr } = await run(root, "spec-bump", next, "--from", from);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(/^upstream.json:\d+: not valid JSON/);
  expect(await snapshot(join(root, "openapi"))).toEqual(before);
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
