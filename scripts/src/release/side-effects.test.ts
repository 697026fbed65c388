import { expect, test } from "vitest";
import { modulesOfOneImport } from "./modules-of-one-import.ts";
import { sideEffectProblems } from "./side-effects.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

const index = 'export { a } from "./a.js";\nexport { b } from "./b.js";\n';

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const packed = await packedFixture({ "dist/index.js": index, "dist/b.js": "export const b = 2;\n", ...files });
  return sideEffectProblems(packed, packed.folder);
}

test("modules of constants, functions and classes have none", async () => {
  const a = "const day = 24 * 60;\nclass Hidden extends Error {}\nexport const a = () => new Hidden(day);\n";
  expect(await problemsOf({ "dist/a.js": a })).toEqual([]);
});

test("a call at the top of a module is found", async () => {
  expect(await problemsOf({ "dist/a.js": "const made = [1].map(String);\nexport const a = made;\n" })).toEqual([
    'import "@org/fixture" runs code of a.js, whatever is used of it',
  ]);
});

test("a call that is marked as pure is none", async () => {
  expect(await problemsOf({ "dist/a.js": "export const a = /* @__PURE__ */ [1].map(String);\n" })).toEqual([]);
});

test("an entry that brings a second revision is found", async () => {
  const problems = await problemsOf({
    "dist/a.js":
      'import { old } from "./generated/2023-12-15.js";\nimport { now } from "./generated/2026-07-15.js";\nexport const a = [old, now];\n',
    "dist/generated/2023-12-15.js": "export const old = { a: 1 };\n",
    "dist/generated/2026-07-15.js": "export const now = { a: 2 };\n",
  });
  expect(problems).toEqual(['import { a } from "@org/fixture" holds generated/2023-12-15.js, generated/2026-07-15.js']);
});

test("what is loaded later by import() is not part of a bundle's first file", async () => {
  const { folder } = await packedFixture({
    "dist/index.js": 'export const load = () => import("./later.js");\n',
    "dist/later.js": "export const later = 1;\n",
  });
  const modules = await modulesOfOneImport({ entry: `${folder}/dist/index.js`, name: "load" });
  expect(modules.map((path) => path.split("/dist/")[1])).toEqual(["index.js"]);
});
