// Builds what the examples use, then runs one of them: `node built.ts <program> [arguments]`. A build that goes well
// says nothing, unless it makes somebody wait; of one that fails, everything is shown.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "..", "..");
const turbo = join(root, "node_modules", "turbo", "bin", "turbo");
const flags = ["--filter=@org/examples^...", "--output-logs=errors-only", "--ui=stream"];

async function build(): Promise<boolean> {
  const notice = setTimeout(() => console.error("Building the packages, which takes a while the first time …"), 3_000);
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1" };
  try {
    await promisify(execFile)(process.execPath, [turbo, "run", "build", ...flags], { cwd: root, env });
    return true;
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Error & { stdout?: string; stderr?: string };
    console.error(stdout + stderr || message);
    return false;
  } finally {
    clearTimeout(notice);
  }
}

/** The examples are about the Catalogs, and `openapi/fragment.yaml` may select something else. */
async function isLeftOut(): Promise<boolean> {
  const { exclude } = JSON.parse(await readFile(join(root, "tsconfig.selection.json"), "utf8")) as {
    exclude: string[];
  };
  return exclude.some((path) => path.startsWith("packages/examples/"));
}

if (await isLeftOut()) {
  console.error("The examples are about the Catalogs, and openapi/fragment.yaml does not select their tag.");
  process.exitCode = 1;
} else if (await build()) {
  // The program sees the arguments after its name, as if it had been called itself.
  const [program = ""] = process.argv.splice(2, 1);
  await import(new URL(program, import.meta.url).href);
} else {
  process.exitCode = 1;
}
