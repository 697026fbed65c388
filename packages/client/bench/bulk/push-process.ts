// One pusher in a process of its own, for so many milliseconds; sends what it did to its parent.
import type { ShopCategory } from "./pusher.ts";
import { pushers } from "./pushers.ts";

/** What a pusher has done. */
export interface Pushed {
  done: number;
  /** Milliseconds. */
  took: number;
  /** Megabytes of its process at most, and once everything was loaded. */
  memory: number;
  memoryAtStart: number;
}

const [name, baseUrl, milliseconds] = process.argv.slice(2) as [string, string, string];

function* shop(): Generator<ShopCategory> {
  for (let number = 0; ; number++) yield { external_id: `category-${number}`, name: `Category number ${number}` };
}

const load = pushers[name];
if (!load) throw new Error(`There is no pusher called ${name}.`);
const { push } = await load();
const peak = (): number => process.resourceUsage().maxRSS / 1000;
const memoryAtStart = peak();
const began = performance.now();
const done = await push(baseUrl, shop(), AbortSignal.timeout(Number(milliseconds)));
const took = performance.now() - began;
process.send?.({ done, took, memory: peak(), memoryAtStart } satisfies Pushed);
process.disconnect?.();
