import { expect, test } from "vitest";
import { importCycles, roomCycles } from "./import-cycles.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

async function cyclesOf(files: Record<string, string>): Promise<string[][]> {
  const { folder } = await packedFixture(files);
  return importCycles(folder, Object.keys(files));
}

test("modules that share a third one are no cycle", async () => {
  const files = { "a.ts": 'import "./b.ts";\nimport "./c.ts";\n', "b.ts": 'import "./c.ts";\n', "c.ts": "" };
  expect(await cyclesOf(files)).toEqual([]);
});

test("a cycle is told in order, also one of types alone", async () => {
  const files = {
    "a.ts": 'import "./deep/b.ts";\n',
    "deep/b.ts": 'import type { C } from "../c.ts";\n',
    "c.ts": 'export * from "./deep/b.ts";\n',
  };
  expect(await cyclesOf(files)).toEqual([["deep/b.ts", "c.ts"]]);
});

test("a module that imports itself is a cycle", async () => {
  expect(await cyclesOf({ "a.ts": 'export * as self from "./a.ts";\n' })).toEqual([["a.ts"]]);
});

test("two rooms that use each other are told, even when no file is in a circle", async () => {
  const files = {
    "a/one.ts": 'import "../b/two.ts";\n',
    "b/two.ts": "",
    "b/three.ts": 'import type { A } from "../a/four.ts";\n',
    "a/four.ts": "",
  };
  const { folder } = await packedFixture(files);
  expect(await roomCycles(folder, Object.keys(files))).toEqual([["a", "b"]]);
});
