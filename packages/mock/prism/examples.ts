import { execFile } from "node:child_process";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", "examples", "src");

/**
 * The lessons that speak one revision over HTTP, by that revision; the packages that they import must be built. The others
 * speak two revisions or none, call a mock in their own process, or need a Redis.
 */
export const lessons: Readonly<Record<string, readonly string[]>> = {
  "2023-12-15": ["get-create-categories-job.ts"],
  "2026-07-15": ["create-categories.ts", "list-and-update-items.ts", "log-with-pino.ts", "trace-with-opentelemetry.ts"],
};

/** Runs a lesson against `url`, as `pnpm example` would; answers what it said, when it failed. */
export function runExample(name: string, url: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const env = { ...process.env, KLAVIYO_MOCK_URL: url };
    execFile(process.execPath, [join(folder, name)], { env }, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}` : undefined);
    });
  });
}
