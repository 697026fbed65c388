import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { smallApi } from "../testing/small-api.ts";
import { copyWorkspace, run } from "../testing/workspace-copy.ts";
import { type ProcessResult, runOrThrow } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";

const diff = (...args: string[]) => run(workspaceRoot, "spec-diff", ...args);

let folder: string;
let base: string;
let head: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spec-diff-"));
  base = join(folder, "base.json");
  head = join(folder, "head.json");
  await writeFile(base, JSON.stringify(smallApi()));
  await writeFile(
    head,
    JSON.stringify(
      smallApi((document) => {
        delete document.components.schemas.Thing?.properties.note;
      }),
    ),
  );
});

describe("--json", () => {
  test("prints the verdict in its fixed form and nothing else", async () => {
    const { stdout, code } = await diff(base, head, "--all", "--json");
    expect(code).toBe(0);
    const verdict = JSON.parse(stdout);
    expect(Object.keys(verdict)).toEqual(["base", "head", "bump", "operations"]);
    expect(verdict.base).toEqual({ revision: "2026-01-15", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(verdict.bump).toBe("major");
    expect(verdict.operations[1]).toEqual({
      method: "GET",
      path: "/api/things/{id}",
      operationId: "get_thing",
      change: "changed",
      bump: "major",
      request: "unchanged",
      response: "breaking",
      findings: [
        {
          rule: "property-removed",
          direction: "response",
          bump: "major",
          pointer: "/components/schemas/Thing/properties/note",
          message: "`note` of the 200 answer is gone; reading it no longer compiles",
          by: "compiler",
        },
      ],
    });
  });

  test("the revisions of this workspace, by name", async () => {
    const { stdout } = await diff("2023-12-15", "2026-07-15", "--json");
    const verdict = JSON.parse(stdout);
    expect([verdict.base.revision, verdict.head.revision, verdict.bump]).toEqual(["2023-12-15", "2026-07-15", "major"]);
    expect(verdict.operations.length).toBeGreaterThan(0);
  });
});

test("for people: a table, then each finding once with its types and code", async () => {
  const { stdout, code } = await diff(base, head, "--all");
  expect(code).toBe(0);
  expect(stdout).toContain("2 of 2 operations changed; findings: 2 major, 0 minor, 0 patch");
  expect(stdout).toMatch(/GET +\/api\/things\/\{id\} +get_thing +changed +major +unchanged +breaking/);
  expect(stdout).toContain("MAJOR property-removed: `note` of the 200 answer is gone; reading it no longer compiles");
  expect(stdout).toContain("old: string | undefined");
  expect(stdout).toContain("before:");
});

test("an operation that moved is counted once, and both of its places are in the table", async () => {
  const moved = join(folder, "moved.json");
  const document = smallApi(({ paths }) => {
    const { "/api/things/{id}": item } = paths;
    delete paths["/api/things/{id}"];
    if (item) paths["/api/stuff/{id}/thing"] = item;
  });
  await writeFile(moved, JSON.stringify(document));
  const { stdout } = await diff(base, moved, "--all");
  expect(stdout).toContain("1 of 2 operations changed;");
  expect(stdout).toMatch(/GET +\/api\/stuff\/\{id\}\/thing +get_thing +added/);
  expect(stdout).toMatch(/GET +\/api\/things\/\{id\} +get_thing +removed/);
});

describe("what cannot be compared: one message, exit 2", () => {
  test.each([
    ["one document only", () => [base], "expected two documents, base and head, but got 1; see --help"],
    ["a file that is not there", () => [base, join(folder, "none.yaml"), "--all"], "none.yaml: cannot be read"],
    [
      "an unknown revision",
      () => ["2023-12-15", "2031-01-15"],
      "there is no openapi/2031-01-15.yaml; the revisions are 2023-12-15",
    ],
  ])("%s", async (_, args, message) => expectRefusal(await diff(...args()), message));

  test("nothing selected", async () => {
    const root = await copyWorkspace();
    const settings = join(root, "openapi", "fragment.yaml");
    const document = parseDocument(await readFile(settings, "utf8"));
    document.set("select", { tags: ["Elsewhere"], paths: [], operationIds: [] });
    await writeFile(settings, document.toString());
    const message = "selects none of its operations; compare them all with --all";
    expectRefusal(await run(root, "spec-diff", base, head), message);
  });

  function expectRefusal({ code, stdout, stderr }: ProcessResult, message: string): void {
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ +at /m);
  }
});

test("--help says how", async () => {
  const { stdout, code } = await diff("--help");
  expect([code, stdout.split("\n")[0]]).toEqual([0, "Usage: pnpm spec:diff <base> <head> [--json] [--all]"]);
});

test("runs from any folder with the paths typed there", async () => {
  const script = join(workspaceRoot, "scripts", "src", "cli", "spec-diff.ts");
  const env = { ...process.env, INIT_CWD: folder };
  const args = [script, "base.json", "head.json", "--all", "--json"];
  const stdout = await runOrThrow(process.execPath, args, { cwd: workspaceRoot, env });
  expect(JSON.parse(stdout).bump).toBe("major");
});
