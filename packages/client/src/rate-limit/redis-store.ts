import { RateLimiterRedis, type RateLimiterRes } from "rate-limiter-flexible";
import { retryAfter } from "../basics/retry-after.ts";
import type { Passage, RateLimitStore, RateLimits } from "./rate-limit-store.ts";

/** Options of {@link redisStore}. */
export interface RedisStoreOptions {
  /** A connected client of `ioredis`, or of `redis` with `useRedisPackage`. */
  client: unknown;
  /** Set it for clients of the package `redis`. @default false */
  useRedisPackage?: boolean;
  /** One per Klaviyo account: whoever has the same prefix shares the limits. @default "klaviyo" */
  keyPrefix?: string;
}

/**
 * Counts in Redis, so that several processes share one account's limits. Needs the package `rate-limiter-flexible`.
 *
 * Nobody knows when the server's windows start, so a window is cut into parts of which any full window touches one more
 * than it is long: then it holds at most what the limit allows, whenever it starts. That spreads calls evenly.
 *
 * @example
 * ```ts
 * import { createClient } from "@org/client";
 * import { redisStore } from "@org/client/redis";
 * import { Redis } from "ioredis";
 *
 * const store = redisStore({ client: new Redis(), keyPrefix: "klaviyo:my-account" });
 * export const klaviyo = createClient({ apiKey: process.env.KLAVIYO_API_KEY, rateLimit: { store } });
 * ```
 */
export function redisStore(options: RedisStoreOptions): RateLimitStore {
  const meters = new Map<string, () => Promise<Passage | number>>();
  return {
    take(operation, limits) {
      const take = meters.get(operation) ?? meter(operation, limits, options);
      meters.set(operation, take);
      return take();
    },
  };
}

function meter(operation: string, limits: RateLimits, options: RedisStoreOptions): () => Promise<Passage | number> {
  const burst = part("burst", limits.burst, 1000, options);
  const steady = part("steady", limits.steady, 60_000, options);
  const settle: Passage["settle"] = (answer) => {
    if (answer?.status !== 429) return;
    const seconds = Math.ceil((retryAfter(answer.headers) ?? 1000) / 1000);
    // the answer is on its way already; a block that fails shows at the next call
    if (seconds > 0) steady.block(operation, seconds).catch(() => {});
  };
  return async () => {
    const later = await consume(steady, operation);
    if (later > 0) return later;
    const soon = await consume(burst, operation);
    if (soon === 0) return { settle };
    await steady.reward(operation);
    return soon;
  };
}

const parts = 24;

// The package's own script knows whole seconds only. All limiters of a client share one script, so the length is in the key.
const script = `
  redis.call("set", KEYS[1], 0, "PX", string.match(KEYS[1], "^.*:(%d+)ms:"), "NX")
  return { redis.call("incrby", KEYS[1], ARGV[1]), redis.call("pttl", KEYS[1]) }`;

/** A limiter for one part of a window. */
function part(name: string, limit: number, window: number, options: RedisStoreOptions): RateLimiterRedis {
  const count = Math.max(1, Math.min(parts, limit - 1));
  const length = Math.ceil(window / count);
  return new RateLimiterRedis({
    storeClient: options.client,
    useRedisPackage: options.useRedisPackage ?? false,
    keyPrefix: `${options.keyPrefix ?? "klaviyo"}:${name}:${length}ms`,
    points: Math.max(1, Math.floor(limit / (count + 1))),
    duration: Math.ceil(length / 1000),
    customIncrTtlLuaScript: script,
  });
}

/** Milliseconds until the limiter has a place; 0 when it gave one. */
async function consume(limiter: RateLimiterRedis, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return Math.max((refusal as RateLimiterRes).msBeforeNext, 1);
  }
}
