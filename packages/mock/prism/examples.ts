import { execFile } from "node:child_process";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", "examples", "src");

/**
 * The lessons that call the API at the current revision alone; the packages that they import must be built. A lesson that
 * pages is none of them: the links of the mock lead past a proxy, and the client does not follow them elsewhere.
 */
export const lessons = ["create-categories.ts", "log-with-pino.ts", "trace-with-opentelemetry.ts"];

/** Runs a lesson against `url`, as `pnpm example` would; answers what it said, when it failed. */
export function runExample(name: string, url: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const env = { ...process.env, KLAVIYO_MOCK_URL: url };
    execFile(process.execPath, [join(folder, name)], { env }, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}` : undefined);
    });
  });
}
