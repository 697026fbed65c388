import { SpecError } from "../document/spec-error.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { isSystemError, Mistake, recover, systemReason } from "../workspace/write-files.ts";

/**
 * Runs a command of the pipeline: `--help` is answered, and a mistake of the user's, or a refusal of the
 * system's, is one message without a stack. What an earlier command left when it was killed is put back before.
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
    const { restored } = await recover(workspaceRoot);
    if (restored.length > 0) {
      console.error(
        `an earlier run was ended while it wrote; these are as they were before it: ${restored.join(", ")}`,
      );
    }
    process.exitCode = await run(args);
  } catch (error) {
    if (isSystemError(error)) console.error(`${error.path ?? error.syscall}: ${systemReason(error)}`);
    else if (isMistake(error)) console.error(error.message);
    else throw error;
    process.exitCode = failure;
  }
}

function isMistake(error: unknown): error is Error {
  const isOurs = error instanceof SpecError || error instanceof Mistake;
  return isOurs || String((error as { code?: unknown })?.code).startsWith("ERR_PARSE_ARGS");
}
