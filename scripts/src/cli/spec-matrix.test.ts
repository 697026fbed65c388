import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFragments } from "../generate/fragments.ts";
import { run } from "../testing/workspace-copy.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";

test("it writes the page of the revisions in openapi/ where it is told to, and nothing else there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "matrix-"));
  const { code, stdout, stderr } = await run(workspaceRoot, "spec-matrix", "--out", join(folder, "deep", "page.html"));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const revisions = (await listFragments(workspaceRoot)).map((name) => name.replace(/\.yaml$/, ""));
  expect(stdout).toMatch(new RegExp(`page\\.html: ${revisions.join(", ")}\n$`));
  expect(await readdir(join(folder, "deep"))).toEqual(["page.html"]);
  const page = await readFile(join(folder, "deep", "page.html"), "utf8");
  expect(page).toMatch(/<code>get_create_items_job<\/code>[\s\S]*<code>get_bulk_create_catalog_items_job<\/code>/);
});

test("a mistake is one message and exit 2", async () => {
  const { code, stderr } = await run(workspaceRoot, "spec-matrix", "--output", "x");
  expect(code).toBe(2);
  expect(stderr).toMatch(/^Unknown option '--output'/);
});
