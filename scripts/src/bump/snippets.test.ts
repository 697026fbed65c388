import { expect, test } from "vitest";
import { groupFindings } from "../diff/group-findings.ts";
import { addSnippets } from "../diff/snippets.ts";
import { generateTypes } from "../generate/types.ts";
import { compile } from "../testing/compilers.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { compareRevisions } from "./compare-states.ts";
import { readState } from "./spec-state.ts";

test("code of the report compiles against its own revision, and not against the other one", async () => {
  const state = await readState(workspaceRoot);
  const [from, to] = ["2023-12-15", "2026-07-15"];
  const { operations, types } = await compareRevisions(state, from, state, to);
  if (!types) throw new Error("nothing changed");
  addSnippets(operations, types, { before: "./old.ts", after: "./new.ts" });
  const breaking = groupFindings(operations).filter(({ bump }) => bump === "major");
  const shown = breaking.filter(({ snippet }) => snippet);
  expect(shown.length / breaking.length).toBeGreaterThan(0.9);

  // One file for each rule: the real compiler, the real library, the types as they are published.
  const one = [...new Map(shown.map((group) => [`${group.rule} ${group.direction}`, group])).values()];
  const typesOf = async (revision: string) => {
    const fragment = state.fragments.find((each) => each.revision === revision);
    return fragment ? generateTypes(fragment.document) : "";
  };
  const files: Record<string, string> = { "old.ts": await typesOf(from), "new.ts": await typesOf(to) };
  const swapped: Record<string, string> = { ...files };
  for (const [index, { snippet }] of one.entries()) {
    files[`before${index}.ts`] = `${snippet?.before}\nexport {};\n`;
    files[`after${index}.ts`] = `${snippet?.after}\nexport {};\n`;
    swapped[`before${index}.ts`] = `${snippet?.before.replace("./old.ts", "./new.ts")}\nexport {};\n`;
  }
  expect(await compile("7", allowingExtensions(files))).toBe("");
  const complaints = await compile("7", allowingExtensions(swapped));
  for (const [index, { rule }] of one.entries()) expect(complaints, rule).toContain(`before${index}.ts`);
});

/** The test's compiler is strict about imports of `.ts`: it wants them as they are when they are compiled. */
function allowingExtensions(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replaceAll('.ts";', '.js";')]));
}
