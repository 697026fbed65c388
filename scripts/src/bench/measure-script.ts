import { join } from "node:path";
import { runProcess } from "../workspace/run-process.ts";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { median } from "./median.ts";

export interface Cost {
  seconds: number;
  /** Of all threads: what it would take on a machine that does nothing else is between a half of it and all of it. */
  cpuSeconds: number;
  /** At its highest. */
  megabytes: number;
}

/** What a user waits for: whole processes, from start to end; each is a script in `scripts/src` with its arguments. */
export async function measureScript(
  scripts: readonly (readonly [string, ...string[]])[],
  runs: number,
): Promise<Cost[]> {
  const costs = scripts.map((): Cost[] => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, script] of scripts.entries()) costs[index]?.push(await runOnce(script));
  }
  return costs.map((own) => ({
    seconds: median(own.map(({ seconds }) => seconds)),
    cpuSeconds: median(own.map(({ cpuSeconds }) => cpuSeconds)),
    megabytes: median(own.map(({ megabytes }) => megabytes)),
  }));
}

const tellCost =
  'data:text/javascript,process.on("exit",()=>{const{maxRSS:m,userCPUTime:u,systemCPUTime:s}=process.resourceUsage();' +
  'process._rawDebug("cost",m,u+s)})';

async function runOnce([script, ...args]: readonly [string, ...string[]]): Promise<Cost> {
  const start = performance.now();
  const file = join(workspaceRoot, "scripts", "src", script);
  const { code, output, stderr } = await runProcess(process.execPath, ["--import", tellCost, file, ...args], {
    cwd: workspaceRoot,
  });
  if (code !== 0) throw new Error(`${script} exited with ${code}:\n${output}`);
  const [, kilobytes, microseconds] = /^cost (\d+) (\d+)$/m.exec(stderr) ?? [];
  return {
    seconds: (performance.now() - start) / 1_000,
    cpuSeconds: Number(microseconds) / 1_000_000,
    megabytes: Number(kilobytes) / 1_024,
  };
}
