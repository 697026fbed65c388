import { cp, mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { checkPages } from "./check-pages.ts";

const page = `# A page

\`\`\`ts twoslash
const one = 1;
//    ^?

const two: number = "2";
const three: string = 3;
\`\`\`

\`\`\`ts twoslash
// @errors: 2322
const four: number = 4;
\`\`\`
`;

/** A workspace whose site has this page, with the real test of its pages. */
async function siteWith(text: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "site-"));
  const docs = join(root, "docs");
  for (const name of ["package.json", "vitest.config.ts", "test/code-blocks.test.ts", ".vitepress/code"]) {
    await mkdir(dirname(join(docs, name)), { recursive: true });
    await cp(join(workspaceRoot, "docs", name), join(docs, name), { recursive: true });
  }
  for (const name of ["node_modules", "docs/node_modules", "tsconfig.selection.json", "vitest.selection.ts"]) {
    await symlink(join(workspaceRoot, name), join(root, name));
  }
  await mkdir(join(docs, "guides"));
  await writeFile(join(docs, "guides", "page.md"), text);
  return root;
}

test("what breaks in a page is told with the line of the page, or with that of its block", async () => {
  const complaints = await checkPages(await siteWith(page));
  expect(complaints).toEqual([
    { file: "docs/guides/page.md", line: 7, message: "Type 'string' is not assignable to type 'number'." },
    { file: "docs/guides/page.md", line: 8, message: "Type 'number' is not assignable to type 'string'." },
    { file: "docs/guides/page.md", line: 11, message: expect.stringContaining("2322") },
  ]);
});

test("a test of the pages that cannot start is a failure, not a site without complaints", async () => {
  const root = await siteWith(page);
  await writeFile(join(root, "docs", "vitest.config.ts"), 'throw new Error("no such luck");');
  await expect(checkPages(root)).rejects.toThrow("no such luck");
});
