import type { Clock } from "../basics/clock.ts";
import type { Policy } from "../policies/policy.ts";
import { withPolicies } from "../policies/with-policies.ts";
import { attempt } from "./attempt.ts";
import { type VirtualClock, virtualClock } from "./virtual-clock.ts";
import { type WindowServer, type WindowServerOptions, windowServer } from "./window-server.ts";

/** Options of {@link makespan}. */
export interface MakespanOptions extends Omit<WindowServerOptions, "clock"> {
  calls: number;
  /** @default a new one */
  clock?: VirtualClock;
  /** The scheduler under test. */
  policies(clock: Clock): Policy[];
  /** Share of the windows that a second caller takes, evenly spread. @default 0 */
  others?: number;
}

/** How a scheduler did. */
export interface Makespan {
  /** Milliseconds until the last answer. */
  took: number;
  /** Calls that were answered with 200 in the end. */
  succeeded: number;
  /** 429s on the way. */
  refused: number;
  /** Calls that the other caller got, by minute of the server. */
  taken: number[];
}

/** Sends that many calls at once through a scheduler, in virtual time. */
export async function makespan(options: MakespanOptions): Promise<Makespan> {
  const { clock = virtualClock() } = options;
  const server = windowServer({ ...options, clock });
  const send = withPolicies(server.fetch, options.policies(clock));
  const taken = takeShare(options, server, clock);
  let succeeded = 0;
  const calls = Array.from({ length: options.calls }, async () => {
    const response = await send(...attempt("https://a.klaviyo.com/api/catalog-items"));
    if (response.ok) succeeded += 1;
  });
  await clock.run(Promise.all(calls));
  return { took: clock.now(), succeeded, refused: server.served.refused, taken };
}

/** A caller that nobody tells us about: every minute it takes its share of each second until it has its share. */
function takeShare(options: MakespanOptions, server: WindowServer, clock: Clock): number[] {
  const { others = 0, burst, steady, steadyPhase } = options;
  const taken: number[] = [];
  const next = (): void => {
    const minute = Math.floor((clock.now() + steadyPhase) / 60_000);
    const soFar = taken[minute] ?? 0;
    if (soFar < steady * others && server.arrive()) taken[minute] = soFar + 1;
    clock.after(1000 / (burst * others), next);
  };
  if (others > 0) next();
  return taken;
}
