import type { Clock } from "../basics/clock.ts";
import type { Fetch } from "../policies/policy.ts";
import type { RateLimits } from "../rate-limit/rate-limit-store.ts";
import { ways } from "./ways.ts";

/** Options of {@link windowServer}. */
export interface WindowServerOptions extends Required<RateLimits> {
  clock: Clock;
  /** When, before 0, the steady window began; milliseconds. */
  steadyPhase: number;
  /** The same for the burst window. */
  burstPhase: number;
  /** How `RateLimit-Reset` gets to whole seconds. @default Math.ceil */
  round?: (seconds: number) => number;
  seed?: number;
}

/** The model of a server with two fixed windows. */
export interface WindowServer {
  fetch: Fetch;
  /** Counts a call that arrives now; false when a window is full. */
  arrive(): boolean;
  /** The answer to a call that arrives now. */
  answer(): Response;
  /** Calls answered with 200 and with 429. */
  readonly served: { ok: number; refused: number };
}

/** A server that counts what arrives in fixed windows of a second and a minute; 10 to 40 ms away. */
export function windowServer(options: WindowServerOptions): WindowServer {
  const { clock, round = Math.ceil, seed = 1 } = options;
  const next = ways(seed);
  const windows = [
    { length: 1000, phase: options.burstPhase, limit: options.burst, number: -1, used: 0 },
    { length: 60_000, phase: options.steadyPhase, limit: options.steady, number: -1, used: 0 },
  ] satisfies object[];
  const steady = windows[1] as (typeof windows)[number];
  const served = { ok: 0, refused: 0 };
  const untilReset = ({ length, phase }: { length: number; phase: number }): number =>
    length - ((clock.now() + phase) % length);

  const arrive = (): boolean => {
    for (const window of windows) {
      const number = Math.floor((clock.now() + window.phase) / window.length);
      if (number !== window.number) Object.assign(window, { number, used: 0 });
    }
    if (windows.some(({ used, limit }) => used >= limit)) return false;
    for (const window of windows) window.used += 1;
    return true;
  };
  const answer = (): Response => {
    if (arrive()) {
      served.ok += 1;
      const headers = {
        "ratelimit-limit": String(steady.limit),
        "ratelimit-remaining": String(steady.limit - steady.used),
        "ratelimit-reset": String(round(untilReset(steady) / 1000)),
      };
      return new Response(null, { headers });
    }
    served.refused += 1;
    const wait = Math.max(...windows.filter(({ used, limit }) => used >= limit).map(untilReset));
    return new Response(null, { status: 429, headers: { "retry-after": String(Math.ceil(wait / 1000)) } });
  };
  const travel = (time: number): Promise<void> => new Promise((resolve) => clock.after(time, resolve));

  return {
    async fetch() {
      const { there, back } = next();
      await travel(there);
      const response = answer();
      await travel(back);
      return response;
    },
    arrive,
    answer,
    served,
  };
}
