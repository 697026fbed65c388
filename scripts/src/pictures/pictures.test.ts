import { glob, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { findChanges } from "../workspace/write-files.ts";
import { uses } from "./arrow-picture.ts";
import { pictures } from "./pictures.ts";
import { roomsPicture } from "./rooms-picture.ts";
import { terminalPicture } from "./terminal-picture.ts";

test("every picture is what `pnpm pictures` draws", async () => {
  const changes = await findChanges(workspaceRoot, await pictures(workspaceRoot));
  expect([...changes.keys()]).toEqual([]);
});

test("the arrows between the packages are their dependencies", async () => {
  const manifests = await Array.fromAsync(glob("packages/*/package.json", { cwd: workspaceRoot }));
  const arrows = manifests.map(async (path) => {
    const { name, dependencies = {} } = JSON.parse(await readFile(join(workspaceRoot, path), "utf8"));
    const [scope] = name.split("/");
    const used = Object.keys(dependencies).filter((dependency) => dependency.startsWith(`${scope}/`));
    return used.map((dependency) => [`packages/${basename(dependency)}`, dirname(path)]);
  });
  expect((await Promise.all(arrows)).flat().sort()).toEqual([...uses].sort());
});

test("a room stands below all that it imports, and two that import each other have no picture", () => {
  const svg = roomsPicture(
    "src",
    new Map([
      ["above", ["below", "middle"]],
      ["below", []],
      ["middle", ["below"]],
    ]),
  );
  expect([...svg.matchAll(/>(\w+)<\/text>/g)].map(([, name]) => name)).toEqual(["below", "middle", "above"]);
  expect(svg.match(/<circle/g)).toHaveLength(3);
  const circle = new Map([
    ["a", ["b"]],
    ["b", ["a"]],
  ]);
  expect(() => roomsPicture("src", circle)).toThrow("rooms that import each other: a, b");
});

test("what a command prints is text in the picture, never markup", () => {
  expect(terminalPicture("x", ['<script>"&'])).toContain(">&lt;script&gt;&quot;&amp;</text>");
});
