import { parseArgs } from "node:util";
import { needsRecovery, recover } from "../files/journal.ts";
import { Mistake } from "../files/mistake.ts";
import { isSystemError, systemReason } from "../files/system-reason.ts";
import { readPlan } from "./read-plan.ts";
import { renderReports } from "./render-reports.ts";

const help = `Usage: npx @org/codemod <from> <to> <path>... [--dry-run] [--unpin]

Moves a program from one revision of @org/client and @org/types to another, as far as that is mechanical: the entry it
imports, the paths it calls and their parameters, the operations that it compares errors with, and the operations and
schemas that its types name. All files are changed, or none.

What it cannot change, and no compiler reports, it lists with file, line and column: calls of operations that are gone
or have moved, filters in strings, paths that are put together, revisions and operation ids in strings, paths in comments
and in files that it does not parse, links to sources elsewhere. A second run changes nothing more and lists the same.
Then run tsc: it reports everything else.

Paths are folders and files. Sources are .ts, .tsx, .mts, .cts, .js, .jsx, .mjs and .cjs files, but not those in
node_modules, dist and hidden folders; links are not followed.

  --dry-run  change nothing, only say what would be changed
  --unpin    import the entry without a revision instead of that of <to>, which must be the current revision
  --help     show this

Exits 0 when nothing is left to you, 1 when something is (in a dry run also: when something would be changed), and 2,
with nothing changed, when the revisions, a path or a file cannot be used (in a dry run also: when an earlier run was
killed, whose files the next run that is none puts back).`;

export interface Terminal {
  /** What paths are relative to. */
  cwd: string;
  print(text: string): void;
  printError(text: string): void;
}

/** Runs the command; answers its exit code. */
export async function run(args: readonly string[], { cwd, print, printError }: Terminal): Promise<number> {
  try {
    const { from, to, paths, dryRun, unpin, needsHelp } = readArguments(args);
    if (needsHelp) {
      print(help);
      return 0;
    }
    const plan = await readPlan(from, to, { unpin });
    // TypeScript takes a while to load: who mistyped a revision need not wait for it.
    const { runCodemod } = await import("./run-codemod.ts");
    if (dryRun) await refuseLeftovers(cwd);
    else await putBack(cwd, printError);
    const reports = await runCodemod(plan, { root: cwd, paths, dryRun });
    print(renderReports(reports, dryRun));
    const isDone = reports.every(({ notes, edits }) => notes.length === 0 && !(dryRun && edits.length > 0));
    return isDone ? 0 : 1;
  } catch (error) {
    if (isSystemError(error)) printError(`${error.path ?? error.syscall}: ${systemReason(error)}`);
    else if (isMistake(error)) printError(error.message);
    else throw error;
    return 2;
  }
}

/** What a run that was killed has left is put back before anything is read. */
async function putBack(cwd: string, printError: Terminal["printError"]): Promise<void> {
  const { restored } = await recover(cwd);
  if (restored.length === 0) return;
  printError(`an earlier run was ended while it wrote; these are as they were before it: ${restored.join(", ")}`);
}

/** A dry run puts nothing back, and what it would say of files that are half written is untrue. */
async function refuseLeftovers(cwd: string): Promise<void> {
  if (!(await needsRecovery(cwd))) return;
  throw new Mistake("an earlier run was killed; run without --dry-run to put its files back");
}

function readArguments(args: readonly string[]) {
  const options = { "dry-run": { type: "boolean" }, unpin: { type: "boolean" }, help: { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [from = "", to = "", ...paths] = positionals;
  const needsHelp = values.help ?? false;
  if (!needsHelp && paths.length === 0) {
    throw new Mistake(`expected <from> <to> <path>..., but got ${positionals.length} arguments; see --help`);
  }
  return { from, to, paths, dryRun: values["dry-run"] ?? false, unpin: values.unpin ?? false, needsHelp };
}

function isMistake(error: unknown): error is Error {
  return error instanceof Mistake || String((error as { code?: unknown })?.code).startsWith("ERR_PARSE_ARGS");
}
