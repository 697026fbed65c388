import { type Client, createClient } from "@org/client";
import { redisStore } from "@org/client/redis";
import type { Redis } from "ioredis";

/** Each account has a queue of its own, so that a large one does not make the others wait. */
export function queueName(account: string): string {
  return `klaviyo-${account}`;
}

/** The variable that holds an account's key: `KLAVIYO_API_KEY_NORTH` for `north`. */
export function keyVariable(account: string): string {
  return `KLAVIYO_API_KEY_${account.toUpperCase().replaceAll("-", "_")}`;
}

/**
 * A client of an account, which shares the account's limits with all processes that use the same Redis. `KLAVIYO_MOCK_URL`
 * is a mock to talk to instead.
 *
 * @throws {Error} when the account's key is not in the environment
 */
export function accountClient(account: string, redis: Redis): Client {
  const baseUrl = process.env.KLAVIYO_MOCK_URL || undefined;
  const apiKey = baseUrl ? `pk_${account}` : process.env[keyVariable(account)];
  if (!apiKey) throw new Error(`the account '${account}' needs its key in ${keyVariable(account)}`);
  return createClient({
    apiKey,
    baseUrl,
    rateLimit: { store: redisStore({ client: redis, keyPrefix: queueName(account) }) },
  });
}
