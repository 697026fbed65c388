import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { headers } from "./seed-job.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

/** In milliseconds. */
export interface StartTime {
  /** From starting the built command to the line that says it listens. */
  listening: number;
  /** From the first request to the end of its answer. */
  firstAnswer: number;
}

/** Starts the built command `count` times. */
export async function startTimes(count: number): Promise<StartTime[]> {
  const times: StartTime[] = [];
  // What `fetch` loads for its first call is not the mock's to answer for.
  await fetch("data:,").then((response) => response.text());
  for (let i = 0; i < count; i++) {
    const begin = performance.now();
    const child = spawn(process.execPath, [main, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const line = await new Promise<Buffer>((resolve, reject) => {
      child.stdout.once("data", resolve);
      child.once("exit", () => reject(new Error(`${main} did not start; build first`)));
    });
    const listening = performance.now();
    const [url = ""] = /http:\S+/.exec(line.toString()) ?? [];
    const response = await fetch(`${url}/api/catalog-items/`, { headers });
    await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    times.push({ listening: listening - begin, firstAnswer: performance.now() - listening });
    child.kill("SIGKILL");
  }
  return times;
}
