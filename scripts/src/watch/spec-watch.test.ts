import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { copyWorkspace } from "../testing/workspace-copy.ts";
import { readWorkflow, runScript, scriptOf } from "./testing/workflow.ts";

const workflow = await readWorkflow("spec-watch.yml");
const bot = "41898282+github-actions[bot]@users.noreply.github.com";
const guide = "openapi/migrations/2026-07-15--2026-10-15.md";
const author = "git config user.name Maintainer && git config user.email maintainer@example.com";

test("it runs weekly and by hand, one run at a time, and only for main", () => {
  expect(workflow.on.schedule).toEqual([{ cron: expect.stringMatching(/^\d+ \d+ \* \* [0-6]$/) }]);
  expect(workflow.on).toHaveProperty("workflow_dispatch");
  expect(workflow.concurrency?.group).toBe("spec-watch");
  expect(workflow.jobs.bump?.if).toBe("github.ref == 'refs/heads/main'");
});

test("what runs foreign code may write nothing, and what may write runs only git and gh", () => {
  expect(workflow.permissions).toEqual({});
  expect(workflow.jobs.bump?.permissions).toEqual({ contents: "read" });
  const writer = workflow.jobs["pull-request"];
  expect(writer?.permissions).toEqual({ actions: "write", contents: "write", "pull-requests": "write" });
  const scripts = writer?.steps.map(({ run = "" }) => run).join("\n");
  expect(scripts).not.toMatch(/\b(node|npx|npm|pnpm)\b/);
});

test("no expression stands inside a script, where its value would be run", () => {
  const scripts = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(scripts.length).toBeGreaterThan(5);
  for (const script of scripts) expect(script).not.toContain("${{");
});

test("a bump to the newest revision that fails stops nothing, and the run has failed in the end", () => {
  const { bump, "pull-request": writer } = workflow.jobs;
  const steps = bump?.steps ?? [];
  const newest = steps.find(({ name }) => name === "Bump to the newest revision");
  expect(newest).toMatchObject({ id: "newest", "continue-on-error": true });
  expect(steps.at(-1)).toMatchObject({ if: "steps.newest.outcome == 'failure'" });
  // A job that needs one that failed is left out, unless its condition asks for a status.
  expect(writer?.if).toBe("!cancelled() && needs.bump.outputs.changed == 'true'");
});

describe("its scripts, run against a repository on this machine", () => {
  let remote: string;
  let work: string;
  let folder: string;
  let bin: string;

  const sh = async (script: string, cwd = work) => {
    const { code, output } = await runScript(script, { cwd });
    if (code !== 0) throw new Error(output);
    return output.trim();
  };

  /** A checkout of main, as the second job has it. */
  const checkout = async () => {
    const clone = join(await mkdtemp(join(tmpdir(), "clone-")), "work");
    await sh(`git clone --quiet --depth=1 "file://${remote}" "${clone}"`, tmpdir());
    return clone;
  };

  const collect = async () => {
    const output = join(folder, "..", "output");
    await rm(output, { force: true });
    const script = scriptOf(workflow, "bump", "Collect the change");
    const result = await runScript(script, { cwd: work, env: { FOLDER: folder, GITHUB_OUTPUT: output } });
    return { ...result, said: await readFile(output, "utf8") };
  };

  /** Opens the pull request with a `gh` that writes down how it is called; `number` is that of an open one. */
  const open = async (number = "", { ci = 0 } = {}) => {
    const log = join(bin, "gh.log");
    await writeFile(log, "");
    await writeFile(
      join(bin, "gh"),
      `#!/usr/bin/env bash\necho "$*" >> "${log}"\n[ "$1 $2" = "pr list" ] && echo "${number}"\n` +
        `[ "$1" = workflow ] && exit ${ci}\nexit 0\n`,
    );
    await chmod(join(bin, "gh"), 0o755);
    const script = scriptOf(workflow, "pull-request", "Open or update the pull request");
    const env = { BRANCH: "spec-watch", FOLDER: folder, BOT: bot };
    const result = await runScript(script, { cwd: await checkout(), env, bin });
    return { ...result, calls: (await readFile(log, "utf8")).trim().split("\n") };
  };

  /** What `spec:bump` leaves behind. */
  const bump = async (text = "# To 2026-10-15\n") => {
    await mkdir(join(work, "openapi", "migrations"), { recursive: true });
    await mkdir(join(work, ".changeset"), { recursive: true });
    await writeFile(join(work, guide), text);
    await writeFile(join(work, ".changeset", "spec.md"), '---\n"@org/types": major\n---\n');
    await appendFile(join(work, "openapi", "fragment.yaml"), "# bumped\n");
    await writeFile(join(work, "docs", "guides", "start.md"), "of the new revision\n");
    await writeFile(join(work, "left-over.log"), "not of the bump");
  };

  beforeAll(async () => {
    remote = await mkdtemp(join(tmpdir(), "remote-"));
    work = await copyWorkspace({ scripts: true });
    await sh(`git init --quiet --bare --initial-branch=main "${remote}"`);
    // The scripts run, but nothing here is about their history: they would only be copied with every clone.
    await writeFile(join(work, ".gitignore"), "node_modules\nscripts\n");
    await mkdir(join(work, ".changeset"));
    await mkdir(join(work, "docs", "guides"), { recursive: true });
    await writeFile(join(work, "docs", "guides", "start.md"), "of the old revision\n");
    await writeFile(join(work, "CONTRIBUTING.md"), "# Contributing\n");
    await writeFile(join(work, ".changeset", "config.json"), "{}\n");
    await sh(`git init --quiet --initial-branch=main && ${author} && git add . && git commit --quiet -m Start`);
  });

  /** The repository as it was when nothing had happened. */
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "runner-")), "bump");
    bin = await mkdtemp(join(tmpdir(), "bin-"));
    await sh(`rm -rf "${remote}" && git init --quiet --bare --initial-branch=main "${remote}" &&
      git reset --quiet --hard main && git clean --quiet -fd && git push --quiet "${remote}" main`);
  });

  test("nothing changed: nothing is handed on", async () => {
    expect(await collect()).toMatchObject({ code: 0, said: "changed=false\n" });
  });

  test("files that no fragment asked for are no reason for a pull request", async () => {
    await mkdir(join(work, "openapi", "released"), { recursive: true });
    await writeFile(join(work, "openapi", "released", "fragment.yaml"), "current: x\n");
    await writeFile(join(work, ".changeset", "spec.md"), '---\n"@org/types": patch\n---\n');
    expect(await collect()).toMatchObject({ code: 0, said: "changed=false\n" });
  });

  test("every pinned revision is looked at, and one that upstream has no more stops nothing", async () => {
    const log = join(bin, "npx.log");
    await writeFile(join(bin, "npx"), `#!/usr/bin/env bash\necho "$*" >> "${log}"\n[ "$4" != 2023-12-15 ]\n`);
    await chmod(join(bin, "npx"), 0o755);
    const script = scriptOf(workflow, "bump", "Bump the pinned revisions");
    const env = { PINNED: "2023-12-15 2024-10-15" };
    const { code, output } = await runScript(script, { cwd: work, env, bin });
    expect(code).toBe(0);
    expect((await readFile(log, "utf8")).trim().split("\n")).toEqual([
      "-y pnpm@12 spec:bump 2023-12-15",
      "-y pnpm@12 spec:bump 2024-10-15",
    ]);
    expect(output).toContain("::warning::2023-12-15 was not looked at");
  });

  test("a current revision that upstream has no more, or spoiled, is told and stops nothing", async () => {
    await writeFile(join(bin, "npx"), "#!/usr/bin/env bash\nexit 2\n");
    await chmod(join(bin, "npx"), 0o755);
    const script = scriptOf(workflow, "bump", "Bump the current revision");
    const { code, output } = await runScript(script, { cwd: work, env: { CURRENT: "2026-07-15" }, bin });
    expect([code, output]).toEqual([0, expect.stringContaining("::warning::2026-07-15 was not looked at")]);
  });

  test("a bump to the newest revision that failed is an error of the run", async () => {
    const script = scriptOf(workflow, "bump", "Report a bump that failed");
    const { code, output } = await runScript(script, { cwd: work, env: { NEWEST: "2026-10-15" } });
    expect([code, output]).toEqual([1, expect.stringContaining("::error::The bump to 2026-10-15 failed")]);
  });

  test("a bump is handed on as a patch with its title and the guide", async () => {
    await bump();
    expect(await collect()).toMatchObject({ code: 0, said: "changed=true\n" });
    expect(await readFile(join(folder, "title.txt"), "utf8")).toBe("Spec: revision 2026-10-15 after 2026-07-15\n");
    expect(await readFile(join(folder, "body.md"), "utf8")).toContain("# To 2026-10-15");
    const patch = await readFile(join(folder, "bump.patch"), "utf8");
    expect(patch).toContain("b/openapi/fragment.yaml");
    // A bump writes the documentation anew, and no later one would.
    expect(patch).toContain("b/docs/guides/start.md");
    expect(patch).not.toContain("left-over.log");
  });

  test("a pull request is opened, and CI started on its branch", async () => {
    await bump();
    await collect();
    const { code, calls } = await open();
    expect(code).toBe(0);
    const title = "Spec: revision 2026-10-15 after 2026-07-15";
    expect(calls).toEqual([
      "pr list --head spec-watch --base main --state open --json number --jq .[0].number // empty",
      `pr create --head spec-watch --base main --title ${title} --body-file ${folder}/body.md`,
      "workflow run ci.yml --ref spec-watch",
    ]);
    expect(await sh("git log --format='%s, %ae' -1 spec-watch", remote)).toBe(`${title}, ${bot}`);
    expect((await sh("git diff --name-only main spec-watch", remote)).split("\n")).toEqual([
      ".changeset/spec.md",
      "docs/guides/start.md",
      "openapi/fragment.yaml",
      guide,
    ]);
  });

  test("the next time the same pull request is updated", async () => {
    await bump();
    await collect();
    await open();
    await bump("# To 2026-10-15, corrected\n");
    await collect();
    const { code, calls } = await open("7");
    expect(code).toBe(0);
    expect(calls[2]).toMatch(/^pr edit 7 --title Spec: .* --body-file /);
    expect(calls.some((call) => call.startsWith("pr create"))).toBe(false);
    expect(await sh(`git show spec-watch:${guide}`, remote)).toBe("# To 2026-10-15, corrected");
    expect(await sh("git rev-list --count main..spec-watch", remote)).toBe("1");
  });

  test("the same bump again leaves the pull request as it is, open or closed", async () => {
    await bump();
    await collect();
    await open();
    const { code, output, calls } = await open("1");
    expect(code).toBe(0);
    expect(output).toContain("Nothing has changed since the last run.");
    expect(calls).toEqual(["pr list --head spec-watch --base main --state all --json number --jq length"]);
  });

  test("a maintainer's commit on the branch is not overwritten", async () => {
    await bump();
    await collect();
    await open();
    const clone = await checkout();
    await sh(
      `git fetch --quiet origin spec-watch && git switch --quiet -c spec-watch FETCH_HEAD && ${author} &&
      git commit --quiet --allow-empty -m "By hand" && git push --quiet origin spec-watch`,
      clone,
    );
    const { code, output, calls } = await open("7");
    expect(code).toBe(0);
    expect(output).toContain("::warning::The last commit of spec-watch is somebody's work");
    expect(calls).toEqual([""]);
    expect(await sh("git log --format=%s -1 spec-watch", remote)).toBe("By hand");
  });

  test("a pull request without CI is said to be one", async () => {
    await bump();
    await collect();
    const { code, output } = await open("", { ci: 1 });
    expect(code).toBe(0);
    expect(output).toContain("::warning::CI could not be started on spec-watch");
  });

  test("a remote that cannot be read stops the run", async () => {
    await bump();
    await collect();
    const script = scriptOf(workflow, "pull-request", "Open or update the pull request");
    const cwd = await checkout();
    await rm(remote, { recursive: true });
    const { code } = await runScript(script, { cwd, env: { BRANCH: "spec-watch", FOLDER: folder, BOT: bot } });
    expect(code).not.toBe(0);
  });
});
