import { parseArgs } from "node:util";
import { benchBulk } from "./bulk/bench-bulk.ts";
import { benchScale } from "./bulk/bench-scale.ts";
import { benchLimiter } from "./limiter/bench-limiter.ts";
import { benchSize } from "./size/bench-size.ts";
import { benchParts } from "./speed/bench-parts.ts";
import { benchSpeed } from "./speed/bench-speed.ts";
import { benchTypes } from "./types/bench-types.ts";

const benches: Record<string, () => Promise<void>> = {
  speed: benchSpeed,
  parts: benchParts,
  types: benchTypes,
  limiter: benchLimiter,
  size: benchSize,
  scale: benchScale,
  bulk: benchBulk,
};
const help = `Usage: pnpm bench [<name> …]

Measures the built client side by side with others, and prints ratios. Without a name, everything:
${Object.keys(benches).join(", ")}. KLAVIYO_OPENAPI_DIR, a folder with 2026-07-15.json, adds the types of the whole API.`;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: "boolean" } } });
const unknown = positionals.filter((name) => !(name in benches));
if (values.help) {
  console.log(help);
} else if (unknown.length) {
  console.error(`There is no bench called ${unknown.join(", ")}: ${Object.keys(benches).join(", ")}.`);
  process.exitCode = 1;
} else {
  for (const [name, bench] of Object.entries(benches)) {
    if (!positionals.length || positionals.includes(name)) await bench();
  }
}
