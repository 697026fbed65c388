import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { run } from "../testing/workspace-copy.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";

const text = `import { klaviyo } from "@org/client/2023-12-15";
klaviyo.GET("/api/catalog-items/");
fetch(\`/api/catalog-items/\${id}/\`);
`;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "codemod-"));
  await writeFile(join(folder, "a.ts"), text);
});

const codemod = (...args: string[]) => run(workspaceRoot, "codemod", ...args);

test("it prints what it changes and what it leaves, each with file, line and column", async () => {
  const dry = await codemod("2023-12-15", "2026-07-15", folder, "--dry-run");
  expect(dry).toMatchObject({
    code: 0,
    stderr: "",
    stdout: `${folder}/a.ts:1:26 @org/client/2023-12-15 -> @org/client/2026-07-15
${folder}/a.ts:2:14 /api/catalog-items/ -> /api/catalog-items

2 places in 1 file would be changed

1 place left to you:
${folder}/a.ts:3:7 a template builds a path; \`/api/catalog-items/{id}/\` is \`/api/catalog-items/{id}\` now
`,
  });
  expect(await readFile(join(folder, "a.ts"), "utf8")).toBe(text);

  const wet = await codemod("2023-12-15", "2026-07-15", folder);
  expect(wet.stdout).toBe(dry.stdout.replace("would be changed", "changed"));
  expect(await readFile(join(folder, "a.ts"), "utf8")).toContain('"/api/catalog-items")');
});

test("a mistake is one message, exit 2, and nothing changed", async () => {
  const cases: [args: string[], message: RegExp][] = [
    [[], /^expected <from> <to> <folder>, but got 0 arguments; see --help\n$/],
    [["2023-12-15", "2026-07-15", "a", "b"], /^expected <from> <to> <folder>, but got 4 arguments/],
    [["2023-12-15", "nonsense", folder], /^there is no openapi\/nonsense\.yaml; the revisions are 2023-12-15, /],
    [["2023-12-15", "2026-07-15", join(folder, "none")], /none: there is no such folder; name the one with/],
    [["2023-12-15", "2026-07-15", join(folder, "a.ts")], /a\.ts: expected a folder, this is a file\n$/],
    [["2023-12-15", "2026-07-15", folder, "--dry"], /^Unknown option '--dry'/],
  ];
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = await codemod(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ {4}at /m);
  }
});

test("--help says how it is used", async () => {
  const { code, stdout } = await codemod("--help");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: pnpm codemod <from> <to> <folder>/);
});
