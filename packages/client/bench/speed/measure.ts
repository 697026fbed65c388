import { type Call, jobId } from "./contender.ts";
import type { Cost, Round } from "./round.ts";

/** Makes the calls of a round in this process. */
export async function measure(call: Call, { calls, concurrency }: Round): Promise<Cost> {
  let left = calls;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const id = await call();
      if (id !== jobId) throw new Error(`The answer was ${id}.`);
    }
  };
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { rate: calls / seconds, cpu: (user + system) / 1000 / calls };
}
