import type { ChildProcess } from "node:child_process";
import { x } from "tinyexec";

export interface ProcessOptions {
  /** @default the folder of this process */
  cwd?: string;
  /** All of its environment. @default that of this process */
  env?: NodeJS.ProcessEnv;
  /** Milliseconds after which it is ended. @default never */
  timeout?: number;
  /** What it reads from its standard input. @default nothing */
  input?: string;
}

export interface ProcessResult {
  /** -1 where it could not be started, or was ended. */
  code: number;
  stdout: string;
  stderr: string;
  /** What a person would have seen: both streams. */
  output: string;
}

/** Runs a command to its end; a failure is a result. */
export async function runProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<ProcessResult> {
  try {
    const { stdout, stderr, exitCode = -1 } = await x(command, args, settings(options));
    return { code: exitCode, stdout, stderr, output: stdout + stderr };
  } catch (error) {
    const { message } = error as Error;
    return { code: -1, stdout: "", stderr: message, output: `${message}\n` };
  }
}

/** Like {@link runProcess}, for a command that has to succeed. Answers what it printed. */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<string> {
  const { code, stdout, output } = await runProcess(command, args, options);
  if (code === 0) return stdout;
  const place = options.cwd ? ` in ${options.cwd}` : "";
  throw new Error(`\`${[command, ...args].join(" ")}\`${place} exited with ${code}:\n${output}`);
}

/** Starts a server whose output nobody reads, at the head of a process group of its own. */
export function startProcess(command: string, args: readonly string[], options: ProcessOptions): ChildProcess {
  const { nodeOptions, ...rest } = settings(options);
  const started = x(command, args, { ...rest, nodeOptions: { ...nodeOptions, detached: true, stdio: "ignore" } });
  if (!started.process) throw new Error(`${command} could not be started`);
  return started.process;
}

function settings({ cwd, env, timeout, input }: ProcessOptions) {
  // tinyexec adds to the environment of this process; what is not in `env` has to be taken out.
  const exact = env && { ...Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined])), ...env };
  return {
    nodePath: false,
    ...(timeout !== undefined && { timeout }),
    ...(input !== undefined && { stdin: input }),
    nodeOptions: { ...(cwd && { cwd }), ...(exact && { env: exact }) },
  };
}
