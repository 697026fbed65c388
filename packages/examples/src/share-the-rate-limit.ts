// Keeps the limits of one account together in several processes, through Redis: at REDIS_URL, or on this machine.
import { createClient, unwrap } from "@org/client";
import { redisStore } from "@org/client/redis";
import { Redis } from "ioredis";
import { openTarget } from "./support/target.ts";

const url = process.env.REDIS_URL ?? "redis://127.0.0.1:6379";
await using target = await openTarget();
let waits = 0;
let refused = 0;

/** What each process would do: it has a connection and a client of its own, and the account's key in common. */
async function worker(calls: number): Promise<void> {
  const redis = new Redis(url);
  redis.once("error", ({ message }) => {
    console.error(`There is no Redis at ${url} (${message}); say in REDIS_URL where one is.`);
    process.exit(1);
  });
  const klaviyo = createClient({
    ...target.options,
    rateLimit: { store: redisStore({ client: redis, keyPrefix: "klaviyo:my-account" }) },
    onRateLimit: ({ waited }) => {
      if (waited !== undefined) waits++;
    },
    onResponse: ({ response }) => {
      if (response?.status === 429) refused++;
    },
  });
  const list = () => unwrap(klaviyo.GET("/api/catalog-item-bulk-create-jobs"));
  await Promise.all(Array.from({ length: calls }, list));
  await redis.quit();
}

// The API takes 75 of these a second, so that both workers together have to wait.
await Promise.all([worker(50), worker(50)]);
console.log(`100 calls of two workers: ${waits} waited, ${refused} were refused`);
