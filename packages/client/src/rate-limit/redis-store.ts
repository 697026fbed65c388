import { systemClock } from "../basics/clock.ts";
import { headerNumber } from "../basics/header-number.ts";
import { retryAfter } from "../basics/retry-after.ts";
import { timeLimit } from "../basics/time-limit.ts";
import type { CallEnd, Permit, RateLimitStore, RateLimits } from "./rate-limit-store.ts";
import { releaseScript, takeScript } from "./redis-scripts.ts";

/** What is used of a client of Redis: of the package `ioredis`, or of the package `redis`. */
export type RedisClient =
  | { eval(script: string, keys: number, ...keysAndArguments: string[]): Promise<unknown> }
  | {
      /** Tells the package `redis`, whose `eval` takes an object. */
      evalSha: unknown;
      eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
    };

/** Options of {@link redisStore}. */
export interface RedisStoreOptions {
  /** A connected client of `ioredis` or `redis`. */
  client: RedisClient;
  /** One per Klaviyo account: whoever has the same prefix shares the limits. @default "klaviyo" */
  keyPrefix?: string | undefined;
  /** Milliseconds until Redis must have answered. @default 2_000 */
  timeout?: number | undefined;
  /**
   * Counts while Redis fails or does not answer in time, such as `memoryStore()`: then each process has the limits to
   * itself. Redis is asked again after `timeout`.
   * @default none: the call fails
   */
  fallback?: RateLimitStore | undefined;
}

/** The scripts' number for no limit. */
const none = 1e15;

/**
 * Counts in Redis, so that several processes share one account's limits: both windows, corrected by what the API's
 * headers tell any of them. A call waits for one answer of Redis; the time is that of Redis.
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
  const { client, keyPrefix = "klaviyo", timeout = 2000, fallback } = options;
  const owner = crypto.randomUUID();
  let calls = 0;
  let awayUntil = 0;

  const run = async (script: string, keys: string[], values: (string | number)[]): Promise<unknown> => {
    const texts = values.map(String);
    if ("evalSha" in client) return client.eval(script, { keys, arguments: texts });
    return client.eval(script, keys.length, ...keys, ...texts);
  };

  const take = async (operation: string, { burst = none, steady = none }: RateLimits): Promise<Permit | number> => {
    // In a cluster, all keys of an operation are in one place: what is between the first braces decides.
    const keys = ["state", "slots", "calls"].map((part) => `{${keyPrefix}:${operation}}:${part}`);
    const id = `${owner}:${calls++}`;
    const permit: Permit = {
      release(end = {}) {
        // Nobody waits for this: when it fails, the next call shows that Redis is away.
        run(releaseScript, keys, [id, ...ending(end)]).catch(() => {});
      },
    };
    const answer = run(takeScript, keys, [id, burst, steady]);
    const error = (): Error => new Error(`no answer within ${timeout} ms`);
    try {
      const wait = await timeLimit({ milliseconds: timeout, signal: undefined, error }, () => answer);
      return Number(wait) || permit;
    } catch (cause) {
      // An answer that comes too late may have counted a call that is never sent.
      answer.then(() => permit.release({ sent: false })).catch(() => {});
      const { message } = cause as Error;
      throw new Error(`The rate limit's store in Redis failed for ${operation}: ${message}`, { cause });
    }
  };

  if (!fallback) return { take };
  return {
    async take(operation, limits) {
      if (systemClock.now() >= awayUntil) {
        try {
          return await take(operation, limits);
        } catch {
          awayUntil = systemClock.now() + timeout;
        }
      }
      return fallback.take(operation, limits);
    },
  };
}

/** How a call ended, in the scripts' words. */
function ending({ sent, status, headers }: CallEnd): (string | number)[] {
  const outcome = sent === false ? "unsent" : status === 429 ? "refused" : "answered";
  const said = ["limit", "remaining", "reset"].map((name) => headerNumber(headers, `ratelimit-${name}`) ?? "");
  return [outcome, retryAfter(headers) ?? 1000, ...said];
}
