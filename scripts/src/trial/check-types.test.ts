import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SpecError } from "../document/spec-error.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { checkComponents, checkSnippets, checkTypes } from "./check-types.ts";

/** A workspace in which `folder` has these files, and what the real one has from npm. */
async function workspaceWith(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "checked-"));
  await mkdir(join(root, folder), { recursive: true });
  for (const modules of ["node_modules", join(folder, "node_modules")]) {
    await symlink(join(workspaceRoot, modules), join(root, modules));
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, folder, name), text);
  return root;
}

test("what the compiler complains of is told with file and line", async () => {
  const root = await workspaceWith("packages/types", {
    "tsconfig.json": '{ "compilerOptions": { "noEmit": true, "types": [] }, "files": ["a.ts"] }',
    "a.ts": 'export const one = 1;\nexport const two: number = "2";\n',
  });
  expect(await checkTypes(root, "packages/types")).toEqual([
    { file: "packages/types/a.ts", line: 2, message: "Type 'string' is not assignable to type 'number'." },
  ]);
});

test("what the compiler says besides is kept, down to the part that does not fit", async () => {
  const root = await workspaceWith("packages/types", {
    "tsconfig.json": '{ "compilerOptions": { "noEmit": true, "strict": true, "types": [] }, "files": ["a.ts"] }',
    "a.ts": `interface Inner { c: string; price: number }
interface Outer { b: Inner }
declare const a: { b: { c: string } };
export const d: Outer = a;
`,
  });
  const [{ message, reasons } = { message: "" }] = await checkTypes(root, "packages/types");
  expect(message).not.toContain("price");
  expect(reasons).toContain("'price' is missing");
});

test("a component of the site is compiled, too", async () => {
  const root = await workspaceWith("docs", {
    "tsconfig.json":
      '{ "compilerOptions": { "strict": true, "target": "es2023", "module": "esnext", "moduleResolution": "bundler", "types": [], "skipLibCheck": true, "noEmit": true }, "include": ["*.vue"] }',
    "Price.vue":
      '<script setup lang="ts">\nconst price: number = "2";\n</script>\n\n<template>{{ price }}</template>\n',
  });
  expect(await checkComponents(root, "docs")).toEqual([
    { file: "docs/Price.vue", line: 2, message: "Type 'string' is not assignable to type 'number'." },
  ]);
});

test("a compiler that does not get as far as to compile is a failure, not a package without complaints", async () => {
  const root = await workspaceWith("packages/types", { "tsconfig.json": '{ "extends": "./gone.json" }' });
  const checked = checkTypes(root, "packages/types");
  await expect(checked).rejects.toThrow(SpecError);
  await expect(checked).rejects.toThrow(/^the compiler in packages\/types exited with [^0].*\n.*gone\.json/);
});

test("so is a test of the snippets that cannot start, and its reason is told", async () => {
  const config = 'throw new Error("no such luck");';
  const root = await workspaceWith("packages/examples", { "vitest.config.ts": config });
  const checked = checkSnippets(root);
  await expect(checked).rejects.toThrow(SpecError);
  await expect(checked).rejects.toThrow("no such luck");
});
