import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeGuide } from "../migrate/make-guide.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { compareRevisions } from "./compare-states.ts";
import { writtenGuides } from "./migrations.ts";
import { generateState, offeredAliases, readState } from "./spec-state.ts";

const folder = join(workspaceRoot, "openapi", "migrations");
const state = await readState(workspaceRoot);
const revisions = state.fragments.map(({ revision }) => revision);
const pairs = revisions.flatMap((from) => revisions.filter((to) => to > from).map((to) => [from, to] as const));

const { outputs } = generateState(state);
const guides = new Map<string, string | undefined>();

/** What a guide says; comparing two revisions takes long, so it is made once. */
async function guideOf(from: string, to: string): Promise<string | undefined> {
  const key = `${from} ${to}`;
  if (!guides.has(key)) {
    const comparison = await compareRevisions(state, from, state, to);
    guides.set(key, makeGuide(from, to, comparison, offeredAliases(state, to))?.text);
  }
  return guides.get(key);
}

test("each guide from one revision to another is what the fragments say", async () => {
  const written = (await writtenGuides(workspaceRoot)).filter(([from, to]) => from !== to);
  expect(written.length).toBeGreaterThan(0);
  for (const [from, to] of written) {
    const renew = `it is out of date: \`pnpm spec:guide ${from} ${to}\` writes it anew`;
    expect(await readFile(join(folder, `${from}--${to}.md`), "utf8"), renew).toBe(await guideOf(from, to));
  }
});

test("a guide says what to do first, and its code is fenced", async () => {
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), "utf8");
    expect(text.split("\n## ")[1]).toMatch(/^What to do/);
    expect((text.match(/^```/gm)?.length ?? 0) % 2).toBe(0);
    expect(text).not.toMatch(/undefined`:|\[object/);
  }
});

describe.each(pairs)("from %s to %s", (from, to) => {
  test("every name that is said to go on working is offered by the generated types", async () => {
    const text = (await guideOf(from, to)) ?? "";
    const types = outputs.get(`packages/types/src/generated/${to}.ts`) ?? "";
    const section = (title: string) => text.split(`## ${title}\n\n`)[1]?.split("\n## ")[0] ?? "";
    for (const title of ["Renamed operations", "Renamed schemas"]) {
      const names = [...section(title).matchAll(/^\| `(\w+)` \|/gm)].map(([, name = ""]) => name);
      for (const name of names) expect(types, `${title}: ${name}`).toMatch(new RegExp(`^\\s+"?${name}"?: `, "m"));
    }
  });
});

test("without the aliases, the names are not said to go on working", async () => {
  const [from, to] = pairs[0] ?? [];
  if (!from || !to) throw new Error("there should be two revisions");
  const bare = { ...state, aliases: {} };
  const comparison = await compareRevisions(bare, from, bare, to);
  const schemas = Object.keys(comparison.aliases.schemas);
  const text = makeGuide(from, to, comparison, offeredAliases(bare, to))?.text ?? "";
  expect(text.includes("## Renamed schemas\n")).toBe(false);
  expect(text.includes("## Renamed schemas without an alias\n")).toBe(schemas.length > 0);
});
