import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

/** Milliseconds from starting the built command to the line that says it listens, `count` times, sorted. */
export async function startTimes(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const begin = performance.now();
    const child = spawn(process.execPath, [main, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve, reject) => {
      child.stdout.once("data", resolve);
      child.once("exit", () => reject(new Error(`${main} did not start; build first`)));
    });
    times.push(performance.now() - begin);
    child.kill("SIGKILL");
  }
  return times.sort((a, b) => a - b);
}
