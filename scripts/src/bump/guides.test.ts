import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeGuide } from "../migrate/make-guide.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { compareRevisions } from "./compare-states.ts";
import { readState } from "./spec-state.ts";

const folder = join(workspaceRoot, "openapi", "migrations");

test("the guide from the first revision to the current one is what the fragments say", async () => {
  const state = await readState(workspaceRoot);
  const [from, to] = ["2023-12-15", "2026-07-15"];
  const guide = makeGuide(from, to, await compareRevisions(state, from, state, to));
  // `pnpm spec:guide 2023-12-15 2026-07-15` writes it anew.
  expect(await readFile(join(folder, `${from}--${to}.md`), "utf8")).toBe(guide?.text);
});

test("a guide says what to do first, and its code is fenced", async () => {
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), "utf8");
    expect(text.split("\n## ")[1]).toMatch(/^What to do/);
    expect(text.match(/^```/gm)?.length ?? 0).toBeGreaterThan(0);
    expect((text.match(/^```/gm)?.length ?? 0) % 2).toBe(0);
    expect(text).not.toMatch(/undefined`:|\[object/);
  }
});
