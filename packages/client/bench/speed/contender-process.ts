import { type ContenderName, contenders } from "./contenders.ts";
import { measure } from "./measure.ts";
import type { Round } from "./round.ts";

// A process per contender: none runs on a heap or on types that another one has shaped.
const [name, baseUrl] = process.argv.slice(2) as [ContenderName, string];
const contender = await contenders[name]();
const call = await contender(baseUrl);

process.on("message", async (round: Round) => process.send?.(await measure(call, round)));
process.on("disconnect", () => process.exit());
process.send?.("ready");
