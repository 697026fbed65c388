import { glob, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { workspacePackages } from "./workspace-packages.ts";

const read = (path: string) => readFile(join(workspaceRoot, path), "utf8");
const readJson = async (path: string) => JSON.parse(await read(path));

test("version managers bring, and pnpm assumes, the Node that the project brings", async () => {
  const { devDependencies } = await readJson("package.json");
  expect(parse(await read("pnpm-workspace.yaml")).nodeVersion).toBe(devDependencies.node);
  expect((await read(".node-version")).trim()).toBe(devDependencies.node);
});

test("editors indent and break lines as the formatter does", async () => {
  const { indentStyle, indentWidth, lineWidth } = (await readJson("biome.json")).formatter;
  const settings = await read(".editorconfig");
  for (const line of [
    `indent_style = ${indentStyle}`,
    `indent_size = ${indentWidth}`,
    `max_line_length = ${lineWidth}`,
  ])
    expect(settings.split("\n")).toContain(line);
});

test("what Renovate leaves alone because upstream is frozen is pinned exactly", async () => {
  const { packageRules } = await readJson("renovate.json");
  const frozen = packageRules.find(({ description = "" }) => description.startsWith("Frozen upstream"));
  expect(frozen).toMatchObject({ enabled: false });
  const manifests = [await readJson("packages/client/package.json"), await readJson("scripts/package.json")];
  const versions = Object.assign({}, ...manifests.map(({ dependencies }) => dependencies));
  for (const name of frozen.matchPackageNames) expect(versions[name], name).toMatch(/^\d+\.\d+\.\d+$/);
});

test("the README of a published package reads the same on npm: it has no relative link or picture", async () => {
  for (const { folder } of await workspacePackages(workspaceRoot)) {
    const links = [...(await readFile(join(folder, "README.md"), "utf8")).matchAll(/\]\(([^)]+)\)/g)];
    expect(links.map(([, target = ""]) => target).filter((target) => !/^(?:https:|#)/.test(target))).toEqual([]);
  }
});

test("npm finds every package by what it is for", async () => {
  for (const { name, manifest } of await workspacePackages(workspaceRoot))
    expect(manifest.keywords, name).toEqual(expect.arrayContaining(["klaviyo", "catalogs", "typescript"]));
});

test("an issue form asks for what an answer needs", async () => {
  const { body }: { body: { id?: string; validations?: { required: boolean } }[] } = parse(
    await read(".github/ISSUE_TEMPLATE/bug.yml"),
  );
  const required = body.flatMap(({ id, validations }) => (id && validations?.required ? [id] : []));
  expect(required).toEqual(expect.arrayContaining(["versions", "revision", "program"]));
});

test("the index of the decisions lists each of them", async () => {
  const index = await read("docs/decisions/index.md");
  const pages = await Array.fromAsync(glob("docs/decisions/*.md", { cwd: workspaceRoot }));
  const listed = [...index.matchAll(/\]\((\S+\.md)\)/g)].map(([, page]) => page);
  expect(listed.sort()).toEqual(
    pages
      .map((page) => basename(page))
      .filter((page) => page !== "index.md")
      .sort(),
  );
});
