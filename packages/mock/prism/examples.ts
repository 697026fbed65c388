import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", "examples", "src");

/** The files of all lessons; the packages that they import must be built. */
export async function listExamples(): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".ts"));
}

/** Runs a lesson against `url`, as `pnpm example` would; answers what it said, when it failed. */
export function runExample(name: string, url: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const env = { ...process.env, KLAVIYO_MOCK_URL: url };
    execFile(process.execPath, [join(folder, name)], { env }, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}` : undefined);
    });
  });
}
