import { execFile } from "node:child_process";

export interface ToolOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
}

export interface ToolResult {
  code: number;
  stdout: string;
  /** What a person would have seen: both streams. */
  output: string;
}

/** Runs a command to its end; a failure is a result. */
export async function runTool(
  command: string,
  args: readonly string[],
  { cwd, env = process.env }: ToolOptions,
): Promise<ToolResult> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : error ? -1 : 0;
      const reason = code === -1 ? `${error?.message}\n` : "";
      resolve({ code, stdout, output: `${stdout}${stderr}${reason}` });
    });
  });
}

/** Like {@link runTool}, for a command that has to succeed. */
export async function runOrThrow(command: string, args: readonly string[], options: ToolOptions): Promise<string> {
  const { code, stdout, output } = await runTool(command, args, options);
  if (code !== 0)
    throw new Error(`\`${[command, ...args].join(" ")}\` in ${options.cwd} exited with ${code}:\n${output}`);
  return stdout;
}
