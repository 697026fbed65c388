import { expect, test } from "vitest";
import { importProblems } from "./packed-imports.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

test("a declaration file may name the source that it was made of", async () => {
  const packed = await packedFixture({
    "dist/index.d.ts": 'export * from "./client.ts";\nexport type { A } from "./deep/a.js";\n',
    "dist/client.d.ts": "export {};\n",
    "dist/deep/a.d.ts": 'import "../client.d.ts";\nexport type A = 1;\n',
  });
  expect(await importProblems(packed)).toEqual([]);
});

test("an import of a file that is not shipped is found, in code and in types", async () => {
  const packed = await packedFixture({
    "dist/index.js": 'export * from "../src/client.js";\n',
    "dist/index.d.ts": 'export declare const a: import("./gone.ts").A;\n',
  });
  expect(await importProblems(packed)).toEqual([
    '@org/fixture: dist/index.d.ts imports "./gone.ts", but dist/gone.d.ts is not in the tarball',
    '@org/fixture: dist/index.js imports "../src/client.js", but src/client.js is not in the tarball',
  ]);
});

test("an import of a package that is no dependency is found", async () => {
  const packed = await packedFixture(
    {
      "dist/index.js":
        'import "hono/tiny";\nimport "@org/types/x";\nimport "node:fs";\nimport "fs";\nawait import("ajv");\n',
    },
    { dependencies: { hono: "4.13.19" }, peerDependencies: { "@org/types": "^1.0.0" } },
  );
  expect(await importProblems(packed)).toEqual([
    '@org/fixture: dist/index.js imports "fs", which needs `node:` in front',
    '@org/fixture: dist/index.js imports "ajv", but ajv is not a dependency of it',
  ]);
});
