import { appendFile, cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runOrThrow } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";

/** What turbo would build, by task, and the hash by which it would find the result in its cache. */
type Hashes = Record<string, string>;

let root: string;
let before: Hashes;

async function hashes(): Promise<Hashes> {
  const turbo = join(workspaceRoot, "node_modules", ".bin", "turbo");
  const stdout = await runOrThrow(turbo, ["run", "build", "--dry=json"], { cwd: root });
  const { tasks }: { tasks: { taskId: string; hash: string; command: string }[] } = JSON.parse(stdout);
  const real = tasks.filter(({ command }) => command !== "<NONEXISTENT>");
  return Object.fromEntries(real.map(({ taskId, hash }) => [taskId, hash]));
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "turbo-"));
  const left = new Set(["node_modules", ".git", "dist", ".turbo"]);
  const filter = (path: string) =>
    !path
      .slice(workspaceRoot.length)
      .split(sep)
      .some((name) => left.has(name));
  await cp(workspaceRoot, root, { recursive: true, filter });
  before = await hashes();
});

describe("turbo rebuilds exactly what depends on a change", () => {
  const generated = ["//#generate", "@org/client#build", "@org/codemod#build", "@org/mock#build", "@org/types#build"];
  const cases: [files: string, rebuilt: string[]][] = [
    ["openapi/2026-07-15.yaml", generated],
    ["openapi/corrections.yaml", generated],
    ["scripts/src/generate/types.ts", generated],
    ["packages/types/src/index.ts", ["@org/client#build", "@org/codemod#build", "@org/types#build"]],
    ["packages/client/src/index.ts", ["@org/client#build", "@org/codemod#build"]],
    ["packages/codemod/src/cli/run.ts", ["@org/codemod#build"]],
    ["packages/mock/src/index.ts", ["@org/client#build", "@org/codemod#build", "@org/mock#build"]],
    ["packages/examples/src/create-categories.ts, packages/client/README.md, scripts/src/generate/types.test.ts", []],
  ];
  test.each(cases)("%s", async (files, rebuilt) => {
    for (const file of files.split(", ")) await appendFile(join(root, file), "\n");
    const after = await hashes();
    expect(Object.keys(after).sort()).toEqual(generated);
    const changed = Object.keys(after).filter((task) => after[task] !== before[task]);
    before = after;
    expect(changed.sort()).toEqual(rebuilt);
  });
});
