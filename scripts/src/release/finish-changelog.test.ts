import { expect, test } from "vitest";
import { finishChangelog, type ReleasedPackage } from "./finish-changelog.ts";

const codemod = "@org/codemod";
const before = "## 1.0.0\n\n### Major Changes\n\n- First.\n";

function released(name: string, section: string, dependencies: string[] = []): ReleasedPackage {
  return { name, version: "2.0.0", dependencies, changelog: `# ${name}\n\n## 2.0.0\n${section}\n${before}` };
}

const types = released(
  "@org/types",
  "\n### Major Changes\n\n- What to do: [openapi/migrations/a--b.md](../../openapi/migrations/a--b.md).\n",
);
const client = released("@org/client", "\n### Patch Changes\n\n- Updated dependencies\n", ["@org/types"]);
const mock = released("@org/mock", "\n### Minor Changes\n\n- New.\n");
const idle = released("@org/idle", "");
const all = [types, client, mock, idle];
const finish = (one: ReleasedPackage) => finishChangelog(one, all, codemod);
const firstLine = (one: ReleasedPackage) => finish(one).split("## 2.0.0\n\n")[1]?.split("\n")[0] ?? "";

test("the first line of a release says whether there is something to do, and where", () => {
  expect(firstLine(types)).toMatch(/^\*\*You may have something to do:\*\* \*Major Changes\* says what/);
  expect(firstLine(client)).toMatch(/^\*\*You may have something to do:\*\* .*`@org\/types`/);
  expect(firstLine(mock)).toMatch(/^\*\*Nothing to do:\*\* programs/);
  expect(firstLine(idle)).toMatch(/^\*\*Nothing to do:\*\* nothing changed in this package/);
});

test("a link to a guide leads to the one that is published with this version", () => {
  expect(finish(types)).toContain(
    "[openapi/migrations/a--b.md](https://unpkg.com/@org/codemod@2.0.0/migrations/a--b.md)",
  );
});

test("earlier versions stay as they are, and nothing is said twice", () => {
  for (const one of all) {
    const changelog = finish(one);
    expect(changelog.endsWith(before)).toBe(true);
    expect(finish({ ...one, changelog })).toBe(changelog);
  }
  const unreleased = { ...types, version: "3.0.0" };
  expect(finish(unreleased)).toBe(types.changelog);
});
