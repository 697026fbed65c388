import { once } from "node:events";
import { type ProcessOptions, startProcess } from "../workspace/run-process.ts";
import { freePort } from "./free-port.ts";
import { untilAnswers } from "./until-answers.ts";

/** Runs `npx <name> --port …` as a user would, for as long as `use` takes. */
export async function withNpxMock<T>(
  name: string,
  options: ProcessOptions,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const mock = startProcess("npx", [name, "--port", `${port}`], options);
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
