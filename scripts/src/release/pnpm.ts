import { basename } from "node:path";
import { type ProcessOptions, runOrThrow } from "../workspace/run-process.ts";

/** Runs the pnpm that runs us, so that nobody has to have one installed; without one, the one that npx brings. */
export async function pnpm(args: readonly string[], options: ProcessOptions): Promise<string> {
  const running = process.env.npm_execpath;
  if (running && /^pnpm(\.exe)?$/.test(basename(running))) return runOrThrow(running, args, options);
  return runOrThrow("npx", ["-y", "pnpm@12", ...args], options);
}
