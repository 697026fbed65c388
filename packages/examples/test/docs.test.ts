import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
/** Inside this package, so that the snippets resolve the packages as a user's code would. */
const folder = join(import.meta.dirname, "..", ".docs");

interface Snippet {
  /** `README.md:8` */
  place: string;
  language: string;
  code: string;
}

const places = [
  "*.md",
  ".github/**/*.md",
  "docs/*.md",
  "docs/{decisions,guides}/*.md",
  "{scripts,packages/*}/README.md",
];
const documents = await Array.fromAsync(glob(places, { cwd: root }));
const sources = await Array.fromAsync(glob("packages/{types,client,mock,codemod}/src/**/*.ts", { cwd: root }));
const isHandWritten = (path: string) => !path.includes(".test.");
const snippets = (await Promise.all([...documents, ...sources.filter(isHandWritten)].sort().map(snippetsOf))).flat();
const inLanguage = (language: string) => snippets.filter((snippet) => snippet.language === language);

async function snippetsOf(path: string): Promise<Snippet[]> {
  const text = await readFile(join(root, path), "utf8");
  // In a doc comment every line of a snippet starts with an asterisk.
  return [...text.matchAll(/^( \* |)```(\w*(?: twoslash)?)\n([\s\S]*?)^\1```$/gm)].map(
    ({ index, 1: prefix, 2: language = "", 3: code = "" }) => ({
      place: `${path}:${text.slice(0, index).split("\n").length}`,
      language,
      code: prefix ? code.replaceAll(/^ \* ?/gm, "") : code,
    }),
  );
}

afterAll(() => rm(folder, { recursive: true, force: true }));

test("every TypeScript snippet of the documentation compiles on its own", async () => {
  const files = new Map(inLanguage("ts").map(({ place, code }, index) => [`snippet-${index}.ts`, { place, code }]));
  expect(files.size).toBeGreaterThan(5);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, { code }] of files) await writeFile(join(folder, name), `${code}\nexport {};\n`);
  const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../tsconfig.json", compilerOptions, files: [...files.keys()] }),
  );
  const problems = await compile();
  expect(problems.replaceAll(/snippet-\d+\.ts/g, (name) => files.get(name)?.place ?? name)).toBe("");
}, 60_000);

test("the test on the front page passes", async () => {
  const [snippet, ...more] = inLanguage("ts").filter(
    ({ place, code }) => place.startsWith("README.md:") && code.includes('from "vitest"'),
  );
  expect(more).toEqual([]);
  const ownFolder = `${folder}-front`;
  await mkdir(ownFolder, { recursive: true });
  await writeFile(join(ownFolder, "front.test.ts"), snippet?.code ?? "");
  const vitest = join(import.meta.dirname, "..", "node_modules", "vitest", "vitest.mjs");
  const options = { cwd: ownFolder, env: { ...process.env, NO_COLOR: "1" } };
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [vitest, "run", "--root", ".", "--testTimeout=60000"],
      options,
    );
    expect(stdout).toMatch(/Tests +1 passed/);
  } finally {
    await rm(ownFolder, { recursive: true, force: true });
  }
}, 60_000);

async function compile(): Promise<string> {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  try {
    await promisify(execFile)(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { cwd: folder });
    return "";
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe("every shell snippet names commands that exist", async () => {
  const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const packages = ["types", "client", "mock", "codemod"].map((name) => `@org/${name}`);
  const ownCommands = ["install", "exec"];
  for (const { place, code } of inLanguage("sh")) {
    test(place, () => {
      for (const line of code.trim().split("\n")) {
        const [, pnpm, npm] =
          /^(?:[A-Z_]+=\S+ )*(?:(?:npx -y pnpm@12|pnpm) (?:run )?(\S+).*|npm install (?:-D )?(.+)|npx @org\/(?:mock|codemod)\b.*)/.exec(
            line,
          ) ?? [];
        if (pnpm) expect([...Object.keys(scripts), ...ownCommands]).toContain(pnpm);
        else if (npm)
          expect(packages).toEqual(expect.arrayContaining(npm.split(" ").filter((name) => name.startsWith("@org/"))));
        else expect(line).toMatch(/^(NODE_OPTIONS=\S+ )?npx (@org\/mock|@org\/codemod|jest)\b/);
      }
    });
  }
});

test("every snippet says its language: one that is checked, or text that a command prints", () => {
  // Programs in JavaScript are the mock's recipes for other tools, which its own tests run as they stand.
  // Blocks that show their types are compiled by the tests of the site.
  const checked = (place: string) => [
    "ts",
    "ts twoslash",
    "sh",
    "text",
    ...(place.startsWith("packages/mock/") ? ["js"] : []),
  ];
  const unchecked = snippets.filter(({ language, place }) => !checked(place).includes(language));
  expect(unchecked.map(({ place }) => place)).toEqual([]);
});

test("every relative link of the documentation leads to a file", async () => {
  const broken: string[] = [];
  for (const path of documents) {
    const text = await readFile(join(root, path), "utf8");
    for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      // A page of the repository on its host, above the branch and its files, such as the runs of a workflow.
      const [, page, workflow] =
        /^\.\.\/\.\.\/(actions\/workflows\/([\w-]+\.yml)|security\/|issues\b)/.exec(target) ?? [];
      if (page && dirname(path) === "." && !workflow) continue;
      const file = workflow ? join(root, ".github/workflows", workflow) : resolve(root, dirname(path), target);
      // The API reference is made with the site, whose build looks at links into it.
      const isMade = file.startsWith(join(root, "docs", "api"));
      if (!isMade && !existsSync(file)) broken.push(`${path}: ${relative(root, file)}`);
    }
  }
  expect(broken).toEqual([]);
});
