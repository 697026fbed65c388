import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyWorkspace, run, runAsProcess, snapshot } from "../testing/workspace-copy.ts";
import { runProcess } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";

let root: string;
beforeAll(async () => {
  root = await copyWorkspace({ scripts: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

test("what a killed command left is put back by the next one, which says so, whatever it is asked for", async () => {
  const before = await snapshot(root);
  // As after a kill between the two renames of a replaced file, by a process that is no more.
  const gone = 2 ** 22 - 1;
  const aliases = join(root, "openapi", "aliases.yaml");
  await rename(aliases, `${aliases}.old-${gone}`);
  await writeFile(`${aliases}.new-${gone}`, "half");
  const entry = { paths: ["openapi/aliases.yaml"], created: [], folders: [] };
  await writeFile(join(root, `.writing-${gone}.json`), JSON.stringify(entry));
  const { code, stderr } = await runAsProcess(root, "spec-pull");
  expect([code, stderr.split("\n")]).toEqual([
    2,
    [
      "an earlier run was ended while it wrote; these are as they were before it: openapi/aliases.yaml",
      "expected one revision, such as 2026-07-15; see --help",
      "",
    ],
  ]);
  expect(await snapshot(root)).toEqual(before);
});

const commands = (await readdir(import.meta.dirname))
  .filter((name) => !/^run-command|\.test\.ts$/.test(name))
  .map((name) => name.replace(/\.ts$/, ""));

test.each(commands)("%s says with --help how it is used", async (name) => {
  const { code, stdout, stderr } = await run(root, name, "--help");
  expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/^Usage: pnpm /), ""]);
});

/** Prints what a process loads from packages. */
const tellPackages = `data:text/javascript,
  import { registerHooks } from "node:module";
  const load = (url, context, next) => {
    if (url.includes("/node_modules/")) console.error(url);
    return next(url, context);
  };
  registerHooks({ load });`;

test("--help comes at once: no compiler and no other package is loaded for it", async () => {
  const script = join(workspaceRoot, "scripts", "src", "cli", "spec-bump.ts");
  const { code, stdout, stderr } = await runProcess(process.execPath, ["--import", tellPackages, script, "--help"]);
  expect([code, stdout, stderr]).toEqual([0, expect.stringMatching(/^Usage: pnpm spec:bump/), ""]);
});

/** A text with what git writes into it where a merge needs a person. */
function conflicted(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  return [first, "<<<<<<< HEAD", ...rest, ">>>>>>> theirs"].join("\n");
}

/** Runs a command while one file of `openapi/` has a conflict. */
async function runWithConflict(file: string, name: string, ...args: string[]) {
  const path = join(root, "openapi", file);
  const text = await readFile(path, "utf8");
  await writeFile(path, conflicted(text));
  const { code, stderr } = await run(root, name, ...args);
  await writeFile(path, text);
  return [code, stderr];
}

test("a merge conflict in any file of openapi/ is one line that says where", async () => {
  await run(root, "spec-released");
  const files = (await readdir(join(root, "openapi"), { recursive: true })).filter((name) => /\.\w+$/.test(name));
  expect(files).toEqual(expect.arrayContaining(["aliases.yaml", "released/fragment.yaml"]));
  expect(files.filter((name) => name.endsWith(".md"))).not.toEqual([]);
  for (const file of files) {
    const message = `openapi/${file}:2: a merge conflict stands here; resolve it and try again\n`;
    expect(await runWithConflict(file, "spec-pull", "2026-07-15", "--from", "nothing.json")).toEqual([2, message]);
  }
  await rm(join(root, "openapi", "released"), { recursive: true });
});

test.each(commands)("%s does not begin while there is one", async (name) => {
  const message = "openapi/corrections.yaml:2: a merge conflict stands here; resolve it and try again\n";
  expect(await runWithConflict("corrections.yaml", name)).toEqual([expect.any(Number), message]);
});
