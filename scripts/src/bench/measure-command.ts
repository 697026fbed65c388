import { execFile } from "node:child_process";
import { join } from "node:path";
import { workspaceRoot } from "../cli/workspace-root.ts";
import { median } from "./median.ts";

export interface CommandCost {
  seconds: number;
  /** At its highest. */
  megabytes: number;
}

/** What a user waits for: the whole process, from its start to its end. */
export async function measureCommand(command: string, args: readonly string[], runs: number): Promise<CommandCost> {
  const costs: CommandCost[] = [];
  for (let run = 0; run < runs; run += 1) costs.push(await runOnce(command, args));
  return {
    seconds: median(costs.map(({ seconds }) => seconds)),
    megabytes: Math.max(...costs.map(({ megabytes }) => megabytes)),
  };
}

const tellMemory = `data:text/javascript,process.on("exit",()=>process._rawDebug("rss",process.resourceUsage().maxRSS))`;

function runOnce(command: string, args: readonly string[]): Promise<CommandCost> {
  const script = join(workspaceRoot, "scripts", "src", "cli", `${command}.ts`);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const options = { maxBuffer: 2 ** 28, cwd: workspaceRoot };
    execFile(process.execPath, ["--import", tellMemory, script, ...args], options, (error, _, stderr) => {
      if (error) return reject(error);
      const kilobytes = Number(/^rss (\d+)$/m.exec(stderr)?.[1]);
      resolve({ seconds: (performance.now() - start) / 1_000, megabytes: kilobytes / 1_024 });
    });
  });
}
