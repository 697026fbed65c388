import { Redis } from "ioredis";
import { rateLimit } from "../policies/rate-limit.ts";
import { redisStore } from "../rate-limit/redis-store.ts";
import { attempt } from "./attempt.ts";
import { table } from "./table.ts";

// One of several processes that share a limit: sends as fast as it is let, and reports when each call went.
const [port, keyPrefix = "", burst, steady, milliseconds] = process.argv.slice(2);
const client = new Redis(Number(port));
const limits = { burst: Number(burst), steady: Number(steady) };
const profiles = table.profiles.map((profile) => ({ ...profile, ...limits }));
const went: number[] = [];
const send = rateLimit(
  { ...table, profiles },
  { store: redisStore({ client, keyPrefix }) },
)(async () => {
  went.push(Date.now());
  return new Response();
});
const end = Date.now() + Number(milliseconds);
const signal = AbortSignal.timeout(Number(milliseconds));
const caller = async (): Promise<void> => {
  while (Date.now() < end) await send(...attempt("https://a.klaviyo.com/api/catalog-items", { signal }));
};
await Promise.allSettled(Array.from({ length: 20 }, caller));
client.disconnect();
process.send?.(went, () => process.disconnect());
