import { type Clock, operations, type Policy, type RateLimits, rateLimit, retry } from "@org/client";
import Bottleneck from "bottleneck";

/** A way to send many calls against limits. */
export interface Scheduler {
  name: string;
  policies(limits: Required<RateLimits>, clock: Clock): Policy[];
  /** Most calls that it can be simulated with. */
  most?: number;
  /** Random phases of the windows to simulate it with; one for those that take long. */
  phases: number;
}

// every refused call is sent again; with the default number of attempts most of them would be given up
const patient = { attempts: Number.POSITIVE_INFINITY, maxDelay: 600_000 };

const retryOnly: Scheduler = {
  name: "no limiter, retry only",
  policies: (_, clock) => [retry({ ...patient, clock })],
  // all that wait ask again, every second of every burst: the work grows with the square of the calls
  most: 10_000,
  phases: 1,
};

/** One call every so often, at the pace of the steady limit: what its `minTime` can say. */
function spacing({ steady }: Required<RateLimits>): Policy {
  const limiter = new Bottleneck({ minTime: 60_000 / steady });
  return (next) => (request, init) => limiter.schedule(() => next(request, init));
}

const fixedRate: Scheduler = {
  name: "fixed rate (bottleneck)",
  policies: (limits, clock) => [retry({ ...patient, clock }), spacing(limits)],
  phases: 1,
};

const ours: Scheduler = {
  name: "@org/client",
  phases: 8,
  policies(limits, clock) {
    const profiles = operations.profiles.map((profile) => ({ ...profile, ...limits }));
    return [retry({ clock }), rateLimit({ ...operations, profiles }, { clock })];
  },
};

export const schedulers: readonly Scheduler[] = [retryOnly, fixedRate, ours];
