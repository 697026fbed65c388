import { SpecError } from "../document/spec-error.ts";
import { runProcess } from "../workspace/run-process.ts";

/**
 * The newest stable revision that upstream has published: every one has a branch that is called like it. Betas
 * (`.pre`) are left out, and so is what is dated after `today`: the API answers 404 to a revision of the future.
 */
export async function newestRevision(repository: string, today: string): Promise<string> {
  const revisions = (await listBranches(repository)).filter(
    (branch) => /^\d{4}-\d{2}-\d{2}$/.test(branch) && branch <= today,
  );
  const newest = revisions.sort().at(-1);
  if (newest === undefined) {
    throw new SpecError(`${repository}: no branch up to ${today} is called like a revision (YYYY-MM-DD)`);
  }
  return newest;
}

async function listBranches(repository: string): Promise<string[]> {
  // Without a terminal to ask for a password on, and without taking a repository for an option.
  const options = { timeout: 60_000, env: { ...process.env, GIT_TERMINAL_PROMPT: "0" } };
  const { code, stdout, stderr } = await runProcess("git", ["ls-remote", "--heads", "--", repository], options);
  if (code === 0) return [...stdout.matchAll(/\trefs\/heads\/(.+)$/gm)].map(([, branch = ""]) => branch);
  const reason = stderr.trim().split("\n").at(0) || `git exited with ${code}`;
  throw new SpecError(`${repository}: its branches cannot be listed: ${reason}`);
}
