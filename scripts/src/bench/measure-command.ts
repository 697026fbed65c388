import { execFile } from "node:child_process";
import { join } from "node:path";
import { workspaceRoot } from "../workspace/workspace-root.ts";
import { median } from "./median.ts";

export interface CommandCost {
  seconds: number;
  /** Of all threads: what it would take on a machine that does nothing else is between a half of it and all of it. */
  cpuSeconds: number;
  /** At its highest. */
  megabytes: number;
}

/** What a user waits for: the whole process, from its start to its end. */
export async function measureCommand(command: string, args: readonly string[], runs: number): Promise<CommandCost> {
  const costs: CommandCost[] = [];
  for (let run = 0; run < runs; run += 1) costs.push(await runOnce(command, args));
  return {
    seconds: median(costs.map(({ seconds }) => seconds)),
    cpuSeconds: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
    megabytes: Math.max(...costs.map(({ megabytes }) => megabytes)),
  };
}

const tellCost =
  'data:text/javascript,process.on("exit",()=>{const{maxRSS:m,userCPUTime:u,systemCPUTime:s}=process.resourceUsage();' +
  'process._rawDebug("cost",m,u+s)})';

function runOnce(command: string, args: readonly string[]): Promise<CommandCost> {
  const script = join(workspaceRoot, "scripts", "src", "cli", `${command}.ts`);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 2 ** 28, cwd: workspaceRoot };
    execFile(process.execPath, ["--import", tellCost, script, ...args], options, (error, _, stderr) => {
      if (error) return reject(error);
      const [, kilobytes, microseconds] = /^cost (\d+) (\d+)$/m.exec(stderr) ?? [];
      resolve({
        seconds: (performance.now() - start) / 1_000,
        cpuSeconds: Number(microseconds) / 1_000_000,
        megabytes: Number(kilobytes) / 1_024,
      });
    });
  });
}
