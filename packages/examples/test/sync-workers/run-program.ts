import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const program = join(import.meta.dirname, "../../src/sync-workers/main.ts");

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the program, without anybody's own keys. */
export function startProgram(...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("KLAVIYO_")));
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const all = Promise.all([once(child, "exit"), text(child.stdout), text(child.stderr)]);
  return { child, ended: all.then(([[code], stdout, stderr]) => ({ code, stdout, stderr })) };
}

/** Runs the program to its end. */
export function runProgram(...args: string[]): Promise<Ended> {
  return startProgram(...args).ended;
}
