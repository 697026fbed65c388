import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

export interface ExampleResult {
  name: string;
  /** What it said, when it failed. */
  output: string | undefined;
}

/** Runs every lesson that calls over HTTP against `url`, as `pnpm example` would; the packages must be built. */
export async function runExamples(url: string): Promise<ExampleResult[]> {
  const folder = join(import.meta.dirname, "..", "..", "examples");
  const lessons = (await readdir(join(folder, "src"))).filter((name) => name.endsWith(".ts"));
  const results: ExampleResult[] = [];
  for (const name of lessons) results.push({ name, output: await run(join(folder, "src", name), url) });
  return results;
}

function run(file: string, url: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(process.execPath, [file], { env: { ...process.env, KLAVIYO_MOCK_URL: url } }, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}` : undefined);
    });
  });
}
