import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { refuseConflictsIn } from "../document/refuse-conflicts.ts";
import { SpecError } from "../document/spec-error.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { isSystemError, Mistake, recover, systemReason } from "../workspace/write-files.ts";

/** A command of the pipeline. */
export interface Command {
  /** What `--help` prints. */
  help: string;
  /** The exit code of a mistake of the user's. @default 1 */
  failure?: number;
  /**
   * Does it in the workspace at `root` and answers the exit code. What only this command needs is imported here, so that
   * `--help` and a wrong option are answered before compilers are loaded.
   */
  run(root: string, args: string[]): Promise<number>;
}

/** Runs a command for the workspace that this file belongs to, with the arguments of this process. */
export async function runCommand(command: Command): Promise<void> {
  // What is loaded from here on, a compiler most of all, takes Node half the time when it was compiled before.
  enableCompileCache();
  process.exitCode = await answerCommand(command, workspaceRoot, process.argv.slice(2));
}

/**
 * Runs a command and answers its exit code: `--help` is answered, and a mistake of the user's, or a refusal of the
 * system's, is one message without a stack. What an earlier command left when it was killed is put back before. No command
 * begins while a merge of `openapi/` is not resolved, because most of them read it.
 */
export async function answerCommand(command: Command, root: string, words: readonly string[]): Promise<number> {
  const args = words.filter((arg) => arg !== "--");
  if (args.includes("--help")) {
    console.log(command.help);
    return 0;
  }
  try {
    const { restored } = await recover(root);
    if (restored.length > 0) {
      console.error(
        `an earlier run was ended while it wrote; these are as they were before it: ${restored.join(", ")}`,
      );
    }
    await refuseConflictsIn(join(root, "openapi"));
    return await command.run(root, args);
  } catch (error) {
    if (isSystemError(error)) console.error(`${error.path ?? error.syscall}: ${systemReason(error)}`);
    else if (isMistake(error)) console.error(error.message);
    else throw error;
    return command.failure ?? 1;
  }
}

function isMistake(error: unknown): error is Error {
  const isOurs = error instanceof SpecError || error instanceof Mistake;
  return isOurs || String((error as { code?: unknown })?.code).startsWith("ERR_PARSE_ARGS");
}
