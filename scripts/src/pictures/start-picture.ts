import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { runOrThrow } from "../workspace/run-process.ts";
import { terminalPicture } from "./terminal-picture.ts";

/** The terminal after `pnpm start`, which has to be built before. */
export async function startPicture(root: string): Promise<string> {
  const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const program = /^node (packages\/examples)\/built\.ts (\S+)$/.exec(scripts.start)?.slice(1);
  if (!program) throw new Error(`the script "start" is not built.ts and a program: ${scripts.start}`);
  // Where a mock stands already, the example would take it.
  const { KLAVIYO_MOCK_URL: _, ...env } = process.env;
  const output = await runOrThrow(process.execPath, [join(root, ...program)], { cwd: root, env });
  return terminalPicture("npx -y pnpm@12 start", withoutChance(output.trimEnd().split("\n")));
}

/** What differs from run to run, made the same: the port, the id of the job, and when its progress was asked for. */
function withoutChance(lines: readonly string[]): string[] {
  const progress = /^ {2}(?:queued|processing|complete) +\d of 3$/;
  const first = lines.findIndex((line) => progress.test(line));
  const shown = ["  queued     0 of 3", "  processing 1 of 3", "  complete   3 of 3"];
  return lines
    .flatMap((line, index) => (index === first ? shown : progress.test(line) ? [] : [line]))
    .map((line) => line.replace(/:\d{4,5}$/, ":41234").replace(/^job \w{26}:/, "job 01M8BEMEZCM0GZY8KQDZEF4C74:"));
}
