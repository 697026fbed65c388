import { SpecError } from "../document/spec-error.ts";

/**
 * Runs a command of the pipeline: `--help` is answered, and a mistake of the user's is one message without a stack.
 * `run` answers the exit code; a mistake is `failure`.
 */
export async function runCommand(
  help: string,
  run: (args: string[]) => Promise<number>,
  { failure = 1 }: { failure?: number } = {},
): Promise<void> {
  const args = process.argv.slice(2).filter((arg) => arg !== "--");
  if (args.includes("--help")) {
    console.log(help);
    return;
  }
  try {
    process.exitCode = await run(args);
  } catch (error) {
    if (!isMistake(error)) throw error;
    console.error(error.message);
    process.exitCode = failure;
  }
}

function isMistake(error: unknown): error is Error {
  return error instanceof SpecError || String((error as { code?: unknown })?.code).startsWith("ERR_PARSE_ARGS");
}
