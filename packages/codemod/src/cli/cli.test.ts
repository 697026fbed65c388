import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { runNode } from "../testing/process.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { run } from "./run.ts";

const text = `import { klaviyo } from "@org/client/2023-12-15";
klaviyo.GET("/api/catalog-items/"); fetch(\`/api/catalog-items/\${id}/\`);
`;
let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder, "a.ts"), text);
});

const asCommand = (...args: string[]) => runNode([join(import.meta.dirname, "main.ts"), ...args], folder);

async function codemod(...args: string[]) {
  const printed = { stdout: "", stderr: "" };
  const code = await run(args, {
    cwd: folder,
    print: (text) => {
      printed.stdout += `${text}\n`;
    },
    printError: (text) => {
      printed.stderr += `${text}\n`;
    },
  });
  return { code, ...printed };
}

test("it prints what it changes and what it leaves, where that is afterwards, and exits 1 for what is left", async () => {
  const dry = await codemod("2023-12-15", "2026-07-15", ".", "--dry-run");
  expect(dry).toEqual({
    code: 1,
    stderr: "",
    stdout: `a.ts:1:26 @org/client/2023-12-15 -> @org/client/2026-07-15
a.ts:2:14 /api/catalog-items/ -> /api/catalog-items

2 places in 1 file would be changed

1 place left to you:
a.ts:2:43 a template builds a path; \`/api/catalog-items/{id}/\` is \`/api/catalog-items/{id}\` now
`,
  });
  expect(await readFile(join(folder, "a.ts"), "utf8")).toBe(text);

  const wet = await codemod("2023-12-15", "2026-07-15", "a.ts");
  expect(wet).toEqual({
    ...dry,
    stdout: dry.stdout.replace("would be changed", "changed").replace("a.ts:2:43", "a.ts:2:42"),
  });
  expect(await readFile(join(folder, "a.ts"), "utf8")).toContain('"/api/catalog-items")');

  const again = await codemod("2023-12-15", "2026-07-15", folder);
  expect(again.stdout).toMatch(/^0 places in 0 files changed\n\n1 place left to you:\n.*a\.ts:2:42 a template/);
  expect(again.code).toBe(1);
});

test("it exits 0 when nothing is left; a dry run exits 1 as long as there is something to change", async () => {
  await writeFile(join(folder, "a.ts"), 'import "@org/client/2023-12-15";\n');
  expect((await codemod("2023-12-15", "2026-07-15", "a.ts", "--dry-run")).code).toBe(1);
  const wet = await codemod("2023-12-15", "2026-07-15", "a.ts");
  expect(wet).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/nothing is left to you but what `tsc` reports\n$/),
  });
  expect((await codemod("2023-12-15", "2026-07-15", "a.ts", "--dry-run")).code).toBe(0);
});

test("a mistake is one message, exit 2, and nothing changed", async () => {
  const cases: [args: string[], message: RegExp][] = [
    [[], /^expected <from> <to> <path>\.\.\., but got 0 arguments; see --help\n$/],
    [["2023-12-15", "2026-07-15"], /^expected <from> <to> <path>\.\.\., but got 2 arguments/],
    [
      ["2023-12-15", "nonsense", "."],
      /^this version of @org\/codemod does not know the revision "nonsense"; it knows 2023-12-15, /,
    ],
    [["2023-12-15", "2023-12-15", "."], /^from and to are both 2023-12-15; name two revisions\n$/],
    [["2026-07-15", "2023-12-15", ".", "--unpin"], /^--unpin: the entry without a revision stands for /],
    [["2023-12-15", "2026-07-15", "none"], /^none: there is no such file or folder; name the ones/],
    [["2023-12-15", "2026-07-15", ".", "--dry"], /^Unknown option '--dry'/],
  ];
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = await codemod(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ {4}at /m);
  }
  expect(await readFile(join(folder, "a.ts"), "utf8")).toBe(text);
});

test("a file that is read-only is one message, and no file is changed", async () => {
  await writeFile(join(folder, "b.ts"), text, { mode: 0o444 });
  const { code, stderr } = await codemod("2023-12-15", "2026-07-15", ".");
  expect(code).toBe(2);
  expect(stderr).toMatch(/b\.ts: the file is read-only; allow writing.*Nothing was changed\n$/);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(await readFile(join(folder, "a.ts"), "utf8")).toBe(text);
});

/** What a run leaves that is killed between two files. */
async function leaveHalf(): Promise<void> {
  const pid = 2 ** 30;
  await writeFile(join(folder, `.writing-${pid}.json`), JSON.stringify({ paths: ["a.ts"], created: [], folders: [] }));
  await rename(join(folder, "a.ts"), join(folder, `a.ts.old-${pid}`));
  await writeFile(join(folder, "a.ts"), "half\n");
}

test("what a run that was killed has left is put back before anything is read", async () => {
  await leaveHalf();
  const { stderr, stdout } = await codemod("2023-12-15", "2026-07-15", ".");
  expect(stderr).toBe("an earlier run was ended while it wrote; these are as they were before it: a.ts\n");
  expect(stdout).toMatch(/^a\.ts:1:26 @org\/client\/2023-12-15 -> @org\/client\/2026-07-15\n/);
});

test("a dry run puts nothing back, and says so instead of reading files that are half written", async () => {
  await leaveHalf();
  expect(await codemod("2023-12-15", "2026-07-15", ".", "--dry-run")).toEqual({
    code: 2,
    stdout: "",
    stderr: "an earlier run was killed; run without --dry-run to put its files back\n",
  });
  expect(await readFile(join(folder, "a.ts"), "utf8")).toBe("half\n");
});

test("as a command it prints, answers --help and a mistake, and exits with the code", async () => {
  const help = await asCommand("--help");
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toMatch(/^Usage: npx @org\/codemod <from> <to> <path>\.\.\./);
  expect(await asCommand("2023-12-15")).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/^expected/),
  });
  const done = await asCommand("2023-12-15", "2026-07-15", ".");
  expect(done).toMatchObject({ code: 1, stderr: "", stdout: expect.stringMatching(/^a\.ts:1:26 /) });
});
