// One pusher in a process of its own, for so many milliseconds; sends what it did to its parent.
import { pushers, type ShopCategory } from "./pushers.ts";

/** What a pusher has done. */
export interface Pushed {
  done: number;
  /** Milliseconds. */
  took: number;
  /** Megabytes of its process at most. */
  memory: number;
}

const [name, baseUrl, milliseconds] = process.argv.slice(2) as [keyof typeof pushers, string, string];

function* shop(): Generator<ShopCategory> {
  for (let number = 0; ; number++) yield { external_id: `category-${number}`, name: `Category number ${number}` };
}

const began = performance.now();
const done = await pushers[name](baseUrl, shop(), AbortSignal.timeout(Number(milliseconds)));
const took = performance.now() - began;
process.send?.({ done, took, memory: process.resourceUsage().maxRSS / 1000 } satisfies Pushed);
process.disconnect?.();
