import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writtenGuides } from "../bump/migrations.ts";
import { readState } from "../bump/spec-state.ts";
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

const inputs = (await readdir(join(workspaceRoot, "openapi"))).filter((name) => name.endsWith(".yaml"));

test.each(inputs)("a merge conflict in openapi/%s is one line that says where", async (name) => {
  const file = join(root, "openapi", name);
  const text = await readFile(file, "utf8");
  await writeFile(file, conflicted(text));
  const told = await readState(root).catch(({ name: kind, message }: Error) => [kind, message]);
  await writeFile(file, text);
  expect(told).toEqual([
    "SpecError",
    expect.stringMatching(new RegExp(`openapi/${name}:2: a merge conflict stands here; resolve it and try again$`)),
  ]);
});

test("spec:lint, which every check runs, finds one in any file of openapi", async () => {
  for (const name of [...inputs, join("migrations", (await readdir(join(root, "openapi", "migrations")))[0] ?? "")]) {
    const file = join(root, "openapi", name);
    const text = await readFile(file, "utf8");
    await writeFile(file, conflicted(text));
    const { code, stderr } = await run(root, "spec-lint");
    await writeFile(file, text);
    expect([code, stderr]).toEqual([1, `openapi/${name}:2: a merge conflict stands here; resolve it and try again\n`]);
  }
});

test("so is one in a guide that is about to be written anew", async () => {
  const folder = join(root, "openapi", "migrations");
  const [name = ""] = await readdir(folder);
  await writeFile(join(folder, name), conflicted(await readFile(join(folder, name), "utf8")));
  await expect(writtenGuides(root)).rejects.toThrow(`openapi/migrations/${name}:2: a merge conflict stands here`);
});
