import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { type ProcessResult, runProcess } from "../../workspace/run-process.ts";
import { workspaceRoot } from "../../workspace/workspace-root.ts";

export interface Step {
  name?: string;
  id?: string;
  uses?: string;
  if?: string;
  run?: string;
  env?: Record<string, string>;
  "continue-on-error"?: boolean;
}

export interface Workflow {
  on: { schedule?: { cron: string }[]; workflow_dispatch?: null };
  permissions?: Record<string, string>;
  concurrency?: { group: string };
  defaults?: { run: { shell: string } };
  jobs: Record<string, { if?: string; permissions?: Record<string, string>; steps: Step[] }>;
}

export async function readWorkflow(name: string): Promise<Workflow> {
  return parse(await readFile(join(workspaceRoot, ".github", "workflows", name), "utf8"));
}

/** The script of a step, by the job and the step's name. */
export function scriptOf({ jobs }: Workflow, job: string, step: string): string {
  const script = jobs[job]?.steps.find(({ name }) => name === step)?.run;
  if (script === undefined) throw new Error(`there is no step "${step}" that runs something in the job ${job}`);
  return script;
}

/** Runs a script as GitHub runs it for `shell: bash`; `bin` comes first on the path. */
export function runScript(
  script: string,
  { cwd, env = {}, bin = "" }: { cwd: string; env?: Record<string, string>; bin?: string },
): Promise<ProcessResult> {
  const path = [bin, dirname(process.execPath), process.env.PATH ?? ""].filter(Boolean).join(":");
  return runProcess("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd,
    env: { ...process.env, INIT_CWD: cwd, ...env, PATH: path },
  });
}
