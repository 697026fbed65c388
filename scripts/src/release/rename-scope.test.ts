import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runOrThrow } from "../workspace/run-process.ts";
import { checkScope, currentScope, renameInText, renameScope } from "./rename-scope.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

// Not the scope of this project: the words of this file have to mean the same after it is renamed.
const from = "@before";
const to = "@after-co";

test.each(["@acme", "@acme-inc", "@0x", "@a.b_c"])("%s is a scope", (scope) => {
  expect(() => checkScope(scope)).not.toThrow();
});

test.each(["acme", "@", "@Acme", "@acme/", "@acme/client", "@-a", "@a b", "@ä", "", "@$(rm)", `@${"a".repeat(300)}`])(
  "%j is refused",
  (scope) => {
    expect(() => checkScope(scope)).toThrow(/is not a scope; write it as @acme/);
  },
);

describe("a mention of the scope", () => {
  test.each([
    ['import "@before/client/2023-12-15";', 'import "@after-co/client/2023-12-15";'],
    ["`@before` is the scope. Like @before.", "`@after-co` is the scope. Like @after-co."],
    ['  "@before/*": true, [["@before/types"]]', '  "@after-co/*": true, [["@after-co/types"]]'],
    ["npx @before/mock --port 4010", "npx @after-co/mock --port 4010"],
  ])("%s", (text, renamed) => {
    expect(renameInText(text, from, to)).toBe(renamed);
  });

  test.each(["@before-hand/x", "@beforehand", "me@before.example", "a@before", "@before.example", "@@before"])(
    "is not in %s",
    (text) => {
      expect(renameInText(text, from, to)).toBe(text);
    },
  );

  test("takes a scope with a dot by the letter, and one with $ signs of a replacement", () => {
    expect(renameInText("@a.b/x @acb/x", "@a.b", "@$&")).toBe("@$&/x @acb/x");
  });
});

describe("a workspace", () => {
  async function workspace(): Promise<string> {
    const { folder } = await packedFixture({
      "packages/types/package.json": JSON.stringify({ name: "@before/types", version: "1.0.0" }),
      "packages/client/src/index.ts": 'export * from "@before/types";\n',
      "ignored/index.ts": 'export * from "@before/types";\n',
      "pnpm-lock.yaml": "'@before/types': 1\n",
      "picture.bin": "\0@before/types",
      ".gitignore": "ignored/\n",
    });
    await runOrThrow("git", ["init", "-q"], { cwd: folder });
    return folder;
  }

  test("is renamed where git looks, without its lockfile, and only once", async () => {
    const root = await workspace();
    expect(await currentScope(root)).toBe(from);
    expect(await renameScope(root, from, to)).toEqual(["packages/client/src/index.ts", "packages/types/package.json"]);
    expect(await readFile(join(root, "packages/client/src/index.ts"), "utf8")).toBe(
      'export * from "@after-co/types";\n',
    );
    expect(await readFile(join(root, "ignored/index.ts"), "utf8")).toContain("@before/");
    expect(await currentScope(root)).toBe(to);
    expect(await renameScope(root, to, to)).toEqual([]);
  });

  test("a scope of a dependency is refused, by which one", async () => {
    const root = await workspace();
    await writeFile(
      join(root, "pnpm-lock.yaml"),
      "packages:\n  '@types/node@24.1.0':\n  '@a.b/c':\n  '@typesetter/x@1':\n",
    );
    await expect(renameScope(root, from, "@types")).rejects.toThrow(
      "@types is the scope of @types/node, which this workspace depends on; choose one of your own",
    );
    await expect(renameScope(root, from, "@a.b")).rejects.toThrow("the scope of @a.b/c");
    expect(await currentScope(root)).toBe(from);
    expect(await renameScope(root, from, "@type")).not.toEqual([]);
  });

  test("stays as it is when the new scope is none", async () => {
    const root = await workspace();
    await expect(renameScope(root, from, "Acme")).rejects.toThrow(/is not a scope/);
    expect(await currentScope(root)).toBe(from);
  });
});
