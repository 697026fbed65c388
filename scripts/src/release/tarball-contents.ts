import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackedPackage } from "./packed-package.ts";
import type { Manifest } from "./workspace-packages.ts";

const expected =
  /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|empty\.js|migrations\/[\w.-]+\.md|dist\/.+\.(?:js|d\.ts))$/;
const forTests = /(?:\.(?:test|test-d|slow|bench)\.|(?:^|\/)(?:test|tests|testing|bench|__\w+__)\/)/;
const required = ["package.json", "README.md", "LICENSE"];
const neverReleased = "0.0.0";

const secrets: [what: string, pattern: RegExp][] = [
  ["an API key", /\bpk_[0-9a-f]{24,}\b/],
  ["an npm token", /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=/],
  ["a GitHub token", /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{40,}/],
  ["a cloud key", /\bAKIA[0-9A-Z]{16}\b/],
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["a path of the machine it was built on", /(?:^|[\s"'`(])(?:\/home\/|\/root\/|\/Users\/|[A-Z]:\\Users\\)/m],
];

/** What must not be in a tarball, and what has to be. */
export async function contentProblems({ name, folder, manifest, files }: PackedPackage): Promise<string[]> {
  const problems = required.filter((file) => !files.includes(file)).map((file) => `${name}: ${file} is missing`);
  for (const file of files) {
    if (forTests.test(file)) problems.push(`${name}: ${file} is for tests; users have no use for it`);
    else if (!expected.test(file)) problems.push(`${name}: ${file} is not expected in a tarball`);
    const text = await readFile(join(folder, file), "utf8");
    for (const [what, pattern] of secrets) {
      if (pattern.test(text)) problems.push(`${name}: ${file} holds ${what}`);
    }
  }
  return [
    ...problems,
    ...changelogProblems(name, manifest, files),
    ...originProblems(name, manifest),
    ...rangeProblems(name, manifest),
  ];
}

/** From npm, the way to what changed and what to do about it is the changelog. */
function changelogProblems(name: string, { version, homepage }: Manifest, files: readonly string[]): string[] {
  const problems: string[] = [];
  if (version !== neverReleased && !files.includes("CHANGELOG.md")) problems.push(`${name}: CHANGELOG.md is missing`);
  if (!/^https:\/\/.+\/CHANGELOG\.md$/.test(homepage ?? "")) {
    problems.push(`${name}: homepage is ${homepage ?? "missing"}; it has to lead to the package's CHANGELOG.md`);
  }
  return problems;
}

/** npm shows where a package is from and where its faults are told. Before the first release nobody knows the place. */
function originProblems(name: string, { version, repository, bugs, keywords = [] }: Manifest): string[] {
  const problems: string[] = [];
  if (keywords.length === 0) problems.push(`${name}: keywords are missing`);
  if (version !== neverReleased && (!repository || !bugs)) {
    problems.push(
      `${name}: repository or bugs is missing; run \`pnpm rename-scope --repository https://github.com/<owner>/<name>\``,
    );
  }
  return problems;
}

function rangeProblems(name: string, manifest: Manifest): string[] {
  const ranges = { ...manifest.devDependencies, ...manifest.dependencies, ...manifest.peerDependencies };
  return Object.entries(ranges)
    .filter(([, range]) => /^(?:workspace|catalog|link|file|git|https?):|\//.test(range))
    .map(
      ([dependency, range]) => `${name}: depends on ${dependency} as "${range}", which only this workspace can resolve`,
    );
}
