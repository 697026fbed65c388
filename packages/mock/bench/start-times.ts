import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { headers } from "./seed-job.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

/** In milliseconds. */
export interface StartTime {
  /** Of a Node that prints one line and does nothing else, measured just before. */
  bareNode: number;
  /** Of a Node that serves HTTP and prints one line, measured just before. The rest is the mock's. */
  bareServer: number;
  /** From starting the built command to the line that says it listens. */
  listening: number;
  /** From the first request to the end of its answer. */
  firstAnswer: number;
}

const serve = "require('http').createServer().listen(0, '127.0.0.1', () => console.log('ready'))";

/** Starts the built command `count` times. */
export async function startTimes(count: number): Promise<StartTime[]> {
  const times: StartTime[] = [];
  // What `fetch` loads for its first call is not the mock's to answer for.
  await fetch("data:,").then((response) => response.text());
  for (let i = 0; i < count; i++) {
    const bareNode = (await startNode("--eval", "console.log('ready')")).milliseconds;
    const bareServer = await startNode("--eval", serve);
    bareServer.child.kill("SIGKILL");
    const { child, line, milliseconds } = await startNode(main, "--port", "0");
    const begin = performance.now();
    const [url = ""] = /http:\S+/.exec(line) ?? [];
    const response = await fetch(`${url}/api/catalog-items/`, { headers });
    await response.text();
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    times.push({
      bareNode,
      bareServer: bareServer.milliseconds,
      listening: milliseconds,
      firstAnswer: performance.now() - begin,
    });
    child.kill("SIGKILL");
  }
  return times;
}

/** Starts a program and waits for the first line it prints. */
async function startNode(...args: string[]): Promise<{ child: ChildProcess; line: string; milliseconds: number }> {
  const begin = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const line = await new Promise<Buffer>((resolve, reject) => {
    child.stdout.once("data", resolve);
    child.once("close", () => reject(new Error(`${args[0]} has ended without a line; build first`)));
  });
  return { child, line: line.toString(), milliseconds: performance.now() - begin };
}
