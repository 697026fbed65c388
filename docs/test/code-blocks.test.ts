import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { checkCode } from "../.vitepress/code/check-code.ts";

const docs = resolve(import.meta.dirname, "..");

interface Block {
  /** `guides/start.md:20` */
  place: string;
  info: string;
  code: string;
}

/** The blocks of every page that somebody has written; the API reference is made of doc comments. */
const blocks = globSync("**/*.md", { cwd: docs, exclude: ["node_modules", "api", ".vitepress"] })
  .sort()
  .flatMap(blocksOf);
const typed = blocks.filter(({ info }) => info === "ts twoslash");

function blocksOf(path: string): Block[] {
  const text = readFileSync(join(docs, path), "utf8");
  return [...text.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map(({ index, 1: info = "", 2: code = "" }) => ({
    place: `${path}:${text.slice(0, index).split("\n").length}`,
    info,
    code,
  }));
}

// The first one takes longer, because it reads the declaration files.
describe("every block of the pages compiles, or fails with the error that it announces", { timeout: 120_000 }, () => {
  test.each(typed)("$place", ({ code }) => {
    checkCode(code);
  });
});

test("a block that does not compile is found, and so is an error that does not come", () => {
  expect(() => checkCode('const price: number = "19.90";')).toThrow("2322");
  expect(() => checkCode("// @errors: 2322\nconst price: number = 19.9;")).toThrow("2322");
  const unknownField = `import { createClient } from "@org/client";
createClient({ apiKey: "pk_1" }).GET("/api/catalog-items", {
  params: { query: { "fields[catalog-item]": ["titel"] } },
});`;
  expect(() => checkCode(unknownField)).toThrow("2820");
});

test("every guide shows types: its TypeScript is marked to be compiled", () => {
  expect(typed.length).toBeGreaterThan(0);
  const unmarked = blocks.filter(
    ({ place, info }) => place.startsWith("guides/") && info.startsWith("ts") && info !== "ts twoslash",
  );
  expect(unmarked.map(({ place }) => place)).toEqual([]);
});
