import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runOrThrow } from "../workspace/run-process.ts";
import { originOf, repositoryUrl, setRepository } from "./repository.ts";
import { packedFixture } from "./testing/packed-fixture.ts";

const url = "https://github.com/acme/klaviyo";

test.each([
  "https://github.com/acme/klaviyo",
  "https://github.com/acme/klaviyo.git",
  "https://token@github.com/acme/klaviyo/",
  "git+https://github.com/acme/klaviyo.git",
  "git@github.com:acme/klaviyo.git",
  "ssh://git@github.com/acme/klaviyo.git",
  "github.com/acme/klaviyo",
])("%s is a repository, without what is secret in it", (text) => {
  expect(repositoryUrl(text)).toBe(url);
});

test.each(["", "acme/klaviyo", "/srv/git/klaviyo.git", "file:///srv/klaviyo", "https://github.com/acme"])(
  "%j is refused",
  (text) => {
    expect(() => repositoryUrl(text)).toThrow(/is no repository; write it as https:/);
  },
);

test("every published package is told its repository, homepage and bugs, and only once", async () => {
  const { folder } = await packedFixture({
    "packages/types/package.json": JSON.stringify({ name: "@before/types", license: "MIT", type: "module" }),
    "packages/mock/package.json": JSON.stringify({ name: "@before/mock", bugs: "nobody" }),
    "packages/examples/package.json": JSON.stringify({ name: "@before/examples", private: true }),
  });
  const files = ["packages/mock/package.json", "packages/types/package.json"];
  expect((await setRepository(folder, url)).sort()).toEqual(files);
  const types = await readFile(join(folder, "packages/types/package.json"), "utf8");
  expect(Object.entries(JSON.parse(types))).toEqual([
    ["name", "@before/types"],
    ["license", "MIT"],
    ["homepage", "https://github.com/acme/klaviyo/tree/main/packages/types#readme"],
    ["repository", { type: "git", url: "git+https://github.com/acme/klaviyo.git", directory: "packages/types" }],
    ["bugs", { url: "https://github.com/acme/klaviyo/issues" }],
    ["type", "module"],
  ]);
  expect(await setRepository(folder, url)).toEqual([]);
  const mock = await readFile(join(folder, "packages/mock/package.json"), "utf8");
  expect(JSON.parse(mock).bugs.url).toBe("https://github.com/acme/klaviyo/issues");
});

test("a clone knows where it came from, unless that is nowhere", async () => {
  const { folder } = await packedFixture({ "packages/types/package.json": "{}" });
  await runOrThrow("git", ["init", "--quiet"], { cwd: folder });
  expect(await originOf(folder)).toBeUndefined();
  await runOrThrow("git", ["remote", "add", "origin", "git@github.com:acme/klaviyo.git"], { cwd: folder });
  expect(await originOf(folder)).toBe(url);
  await runOrThrow("git", ["remote", "set-url", "origin", "/srv/git/klaviyo"], { cwd: folder });
  expect(await originOf(folder)).toBeUndefined();
});
