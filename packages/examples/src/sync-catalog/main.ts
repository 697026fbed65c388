// Makes a catalog what a file says: `pnpm sync --help` tells how.
import { ConnectionError, isApiError, RateLimitError } from "@org/client";
import { openTarget } from "../support/target.ts";
import { type Arguments, commandOf, readArguments, UsageError, usage } from "./arguments.ts";
import { confirm } from "./confirm.ts";
import { FileChangedError, isFileError } from "./plan/outline.ts";
import { linesDisplay, spinnerDisplay } from "./report/display.ts";
import { ndjsonReporter } from "./report/ndjson-reporter.ts";
import type { Reporter } from "./report/reporter.ts";
import { textReporter } from "./report/text-reporter.ts";
import { exitCodes, sync } from "./sync.ts";

const write = (text: string) => process.stdout.write(text);
const writeError = (text: string) => process.stderr.write(text);
// Whoever reads the output may stop reading, as `head` does; the catalog is synced to its end all the same.
for (const output of [process.stdout, process.stderr]) output.on("error", () => {});

function reporterFor({ json }: Arguments): Reporter {
  if (json) return ndjsonReporter(write);
  // A terminal without a width has nowhere to draw a line that changes.
  const display = process.stderr.isTTY && process.stderr.columns > 0 ? spinnerDisplay() : linesDisplay(write);
  return textReporter({ display, write, writeError });
}

/** The first Ctrl-C lets what has been submitted come to its end, the second does not. */
function stopController(): AbortController {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(exitCodes.stopped);
      controller.abort();
    });
  }
  return controller;
}

async function run(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv);
  if (args === "help") {
    write(`${usage}\n`);
    return exitCodes.done;
  }
  const reporter = reporterFor(args);
  const controller = stopController();
  const { signal } = controller;
  try {
    await using target = await openTarget().catch((error: Error) => {
      throw new UsageError(error.message);
    });
    reporter.note(`Comparing ${args.file} with ${target.name}`);
    return await sync(args, {
      klaviyo: target.klaviyo,
      reporter,
      signal,
      confirm: (question) => confirm(question, process.stdin, process.stderr, controller),
      command: commandOf(argv),
    });
  } catch (error) {
    // What ended because it was stopped is no news; what else went wrong meanwhile is.
    if (signal.aborted && error instanceof Error && error.name === "AbortError") return exitCodes.stopped;
    const known = knownError(error);
    if (known === undefined) throw error;
    reporter.error(known.message);
    return signal.aborted ? exitCodes.stopped : known.code;
  } finally {
    reporter.close();
  }
}

/** What went wrong outside of this program; anything else is its own mistake and shows where. */
function knownError(error: unknown): { message: string; code: number } | undefined {
  if (error instanceof UsageError || error instanceof FileChangedError)
    return { message: error.message, code: exitCodes.mistake };
  if (isApiError(error) || error instanceof ConnectionError || error instanceof RateLimitError) {
    return { message: error.message, code: exitCodes.unreachable };
  }
  if (isFileError(error)) return { message: error.message, code: exitCodes.mistake };
  return undefined;
}

const argv = process.argv.slice(2);
try {
  process.exitCode = await run(argv);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  // Arguments that cannot be read say all the same who reads the answer.
  if (argv.includes("--json")) ndjsonReporter(write).error(error.message);
  writeError(`${error.message}\n`);
  process.exitCode = exitCodes.mistake;
}
