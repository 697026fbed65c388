import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** Runs a lesson as a user would, and returns the lines that it prints. */
export async function run(example: string, args: string[] = [], env: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const file = join(import.meta.dirname, "..", "src", example);
  const options = { env: { ...process.env, KLAVIYO_API_KEY: "", ...env } };
  const { stdout } = await promisify(execFile)(process.execPath, [file, ...args], options);
  return stdout.trimEnd().split("\n");
}
