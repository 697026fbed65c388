import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Report } from "./report.ts";

const run = promisify(execFile);
const cwd = import.meta.dirname;

/** A runtime that runs a file: the binary, and what stands before the file's name. */
export interface Program {
  binary: string;
  args?: readonly string[];
}

/** Runs the transport test in a process of that runtime. */
export async function runProcess({ binary, args = [] }: Program, baseUrl: string): Promise<Report> {
  const options = { cwd, timeout: 60_000 };
  const { stdout } = await run(binary, [...args, join(cwd, "in-process.js"), baseUrl], options);
  return JSON.parse(stdout.trim().split("\n").at(-1) as string);
}

/** What the binary says of itself: the first number of its `--version`. */
export async function versionOf(binary: string): Promise<string> {
  const { stdout } = await run(binary, ["--version"]);
  return /\d[\d.-]*/.exec(stdout)?.[0] ?? stdout.trim();
}
