import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listOperations } from "../document/list-operations.ts";
import { readDocument } from "../document/read-document.ts";
import { listFragments, readFragments } from "../generate/fragments.ts";
import type { Audit } from "../matrix/audit-documents.ts";
import { run } from "../testing/workspace-copy.ts";
import { formatFiles } from "../workspace/format-files.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";

test("it writes the page of the revisions in openapi/ where it is told to, and nothing else there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "matrix-"));
  const { code, stdout, stderr } = await run(workspaceRoot, "spec-matrix", "--out", join(folder, "deep", "page.html"));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const revisions = (await listFragments(workspaceRoot)).map((name) => name.replace(/\.yaml$/, ""));
  expect(stdout).toMatch(new RegExp(`page\\.html: ${revisions.join(", ")}\n$`));
  expect(await readdir(join(folder, "deep"))).toEqual(["page.html"]);
  const page = await readFile(join(folder, "deep", "page.html"), "utf8");
  for (const { document } of await readFragments(workspaceRoot)) {
    for (const { operation } of listOperations(document))
      expect(page).toContain(`<code>${operation.operationId}</code>`);
  }
});

test("a mistake is one message and exit 2", async () => {
  const { code, stderr } = await run(workspaceRoot, "spec-matrix", "--output", "x");
  expect(code).toBe(2);
  expect(stderr).toMatch(/^Unknown option '--output'/);
});

test("with published documents it writes what they say about each other, formatted, and nothing else there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "audit-"));
  for (const name of await listFragments(workspaceRoot)) {
    const { document } = await readDocument(join(workspaceRoot, "openapi", name));
    await writeFile(join(folder, name.replace(/\.yaml$/, ".json")), JSON.stringify(document));
  }
  const json = join(folder, "deep", "audit.json");
  const { code, stderr } = await run(workspaceRoot, "spec-matrix", "--documents", folder, "--json", json);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(await readdir(join(folder, "deep"))).toEqual(["audit.json"]);
  const text = await readFile(json, "utf8");
  expect(await formatFiles(new Map([["audit.json", text]]))).toEqual(new Map([["audit.json", text]]));
  const { documents, comparisons } = JSON.parse(text) as Audit;
  const revisions = (await listFragments(workspaceRoot)).map((name) => name.replace(/\.yaml$/, ""));
  expect(documents.map(({ revision }) => revision)).toEqual(revisions);
  const [first] = comparisons;
  expect(first).toMatchObject({ from: revisions[0], to: revisions[1] });
  for (const { bump, operations, advice, places } of first?.findings ?? []) {
    expect(operations.length).toBeGreaterThan(0);
    expect(places !== undefined && advice !== undefined).toBe(bump === "major");
  }
});

test.each([
  [["--json", "x.json"], /^--json needs --documents/],
  [["--documents", ".", "--out", "x.html"], /^--out is for the page of openapi\//],
  [["--documents", ""], /^--documents: expected a name/],
  [["--documents", "openapi"], /expected two documents or more, named <revision>\.json, but found 0/],
])("%j is a mistake that says what to do", async (args, message) => {
  const { code, stderr } = await run(workspaceRoot, "spec-matrix", ...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});
