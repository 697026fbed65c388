import { Session } from "node:inspector/promises";
import { type ContenderName, contenders } from "./contenders.ts";
import { measure } from "./measure.ts";
import type { Round } from "./round.ts";

// Looks into itself while it makes calls, and answers in which part of the code the time went.
const [name, baseUrl] = process.argv.slice(2) as [ContenderName, string];
const contender = await contenders[name]();
const call = await contender(baseUrl);

process.on("message", async (round: Round) => process.send?.(await profile(round)));
process.on("disconnect", () => process.exit());
process.send?.("ready");

/** Microseconds a call by part. */
async function profile(round: Round): Promise<Record<string, number>> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  await session.post("Profiler.start");
  await measure(call, round);
  const { nodes, samples = [], timeDeltas = [] } = (await session.post("Profiler.stop")).profile;
  session.disconnect();
  const parts = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame.functionName, callFrame.url)]));
  const costs: Record<string, number> = {};
  for (const [index, id] of samples.entries()) {
    const part = parts.get(id);
    if (part) costs[part] = (costs[part] ?? 0) + (timeDeltas[index] as number) / round.calls;
  }
  return costs;
}

function partOf(functionName: string, url: string): string | undefined {
  if (functionName === "(idle)") return undefined;
  if (functionName === "(garbage collector)") return "garbage collection";
  if (url.includes("/openapi-fetch/")) return "openapi-fetch";
  const ours = /\/client\/dist\/([\w-]+)\//.exec(url);
  return ours ? `ours: ${ours[1]}` : "platform and bench";
}
