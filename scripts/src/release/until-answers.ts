import type { ChildProcess } from "node:child_process";
import { setTimeout } from "node:timers/promises";

/** Waits until something answers at `url`, whatever it answers, or says that the process that should have, ended. */
export async function untilAnswers(url: string, server: ChildProcess, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (server.exitCode !== null)
      throw new Error(`the process that should answer at ${url} exited with ${server.exitCode}`);
    if (await fetch(url).catch(() => undefined)) return;
    await setTimeout(100);
  }
  throw new Error(`nothing answered at ${url} within ${seconds} seconds`);
}
