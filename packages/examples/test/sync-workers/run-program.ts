import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const program = join(import.meta.dirname, "../../src/sync-workers/main.ts");

/** Runs the program to its end. */
export async function runProgram(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  // Nobody's own keys.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("KLAVIYO_")));
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const [[code], stdout, stderr] = await Promise.all([once(child, "exit"), text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}
