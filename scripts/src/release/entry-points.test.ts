import { expect, test } from "vitest";
import { entryPoints, missingTargets } from "./entry-points.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

const pattern = { "./20*": { types: "./dist/20*.d.ts", default: "./dist/20*.js" } };

test("a pattern stands for every file that matches it", async () => {
  const packed = await packedFixture({ "dist/2023-12-15.js": "", "dist/2023-12-15.d.ts": "" }, { exports: pattern });
  expect(entryPoints(packed)).toEqual([
    {
      specifier: "@org/fixture/2023-12-15",
      subpath: "./2023-12-15",
      targets: { types: "./dist/2023-12-15.d.ts", default: "./dist/2023-12-15.js" },
    },
  ]);
  expect(missingTargets(packed)).toEqual([]);
});

test("an entry without its types is found", async () => {
  const packed = await packedFixture({ "dist/2023-12-15.js": "" }, { exports: pattern });
  expect(missingTargets(packed)).toEqual([
    '@org/fixture/2023-12-15: "types" is ./dist/2023-12-15.d.ts, which is not in the tarball',
  ]);
});

test("a pattern that no file matches is found", async () => {
  expect(missingTargets(await packedFixture({}, { exports: pattern }))).toEqual([
    '@org/fixture: no file matches "./20*" of its exports',
  ]);
});

test("a subpath, a command and a replacement for browsers that lead to no file are found", async () => {
  const browser = { "./dist/listen.js": "./dist/listen-in-browser.js" };
  expect(missingTargets(await packedFixture({}, { bin: "./dist/cli.js", browser }))).toEqual([
    '@org/fixture: "default" is ./dist/index.js, which is not in the tarball',
    '@org/fixture: "bin" is ./dist/cli.js, which is not in the tarball',
    '@org/fixture: "./dist/listen.js" is ./dist/listen-in-browser.js, which is not in the tarball',
  ]);
});
