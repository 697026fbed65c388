import { spawn } from "node:child_process";
import { once } from "node:events";
import { freePort } from "./free-port.ts";
import type { ToolOptions } from "./run-tool.ts";
import { untilAnswers } from "./until-answers.ts";

/** Runs `npx <name> --port …` as a user would, for as long as `use` takes. */
export async function withNpxMock<T>(name: string, options: ToolOptions, use: (url: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const mock = spawn("npx", [name, "--port", `${port}`], { ...options, detached: true, stdio: "ignore" });
  try {
    await untilAnswers(url, mock);
    return await use(url);
  } finally {
    if (mock.exitCode === null && mock.pid !== undefined) {
      // npx starts a shell that starts the command: the whole group has to go.
      process.kill(-mock.pid, "SIGTERM");
      await once(mock, "exit");
    }
  }
}
