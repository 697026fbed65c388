import { Redis } from "ioredis";
import { rateLimit } from "../policies/rate-limit.ts";
import { redisStore } from "../rate-limit/redis-store.ts";
import { attempt } from "./attempt.ts";
import { table } from "./table.ts";

// One of several processes that share a limit: it sends as fast as it is let, and reports the statuses of the answers.
const [port, url = "", burst, steady, milliseconds] = process.argv.slice(2);
const client = new Redis(Number(port));
const limits = { burst: Number(burst), steady: Number(steady) };
const profiles = table.profiles.map((profile) => ({ ...profile, ...limits }));
const statuses: number[] = [];
const policy = rateLimit({ ...table, profiles }, { store: redisStore({ client }) });
const send = policy(async (url) => {
  const response = await fetch(url);
  statuses.push(response.status);
  return response;
});
const end = Date.now() + Number(milliseconds);
const signal = AbortSignal.timeout(Number(milliseconds));
const caller = async (): Promise<void> => {
  while (Date.now() < end) await send(...attempt(`${url}/api/catalog-items`, { signal }));
};
await Promise.allSettled(Array.from({ length: 40 }, caller));
client.disconnect();
process.send?.(statuses, () => process.disconnect());
