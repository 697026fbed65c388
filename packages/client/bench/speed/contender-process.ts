import type { Call } from "./contender.ts";
import { jobId } from "./contender.ts";
import { type ContenderName, contenders } from "./contenders.ts";
import type { Cost, Round } from "./round.ts";

// A process per contender: none runs on a heap or on types that another one has shaped.
const [name, baseUrl] = process.argv.slice(2) as [ContenderName, string];
const contender = await contenders[name]();
const call = await contender(baseUrl);

process.on("message", async (round: Round) => process.send?.(await measure(call, round)));
process.on("disconnect", () => process.exit());
process.send?.("ready");

async function measure(call: Call, { calls, concurrency }: Round): Promise<Cost> {
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const id = await call();
      if (id !== jobId) throw new Error(`${name} answered ${id}`);
    }
  };
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { rate: calls / seconds, cpu: (user + system) / 1000 / calls };
}
