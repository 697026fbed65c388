import { expect, test } from "vitest";
import { run } from "./run-example.ts";
import { isInstalled, startRedis } from "./sync-workers/redis-server.ts";

// Two workers run in real time; a machine that was busy for a moment gets another try.
test.skipIf(!isInstalled)("share-the-rate-limit has two workers wait and none refused", { retry: 2 }, async () => {
  const { url } = await startRedis();
  const lines = await run("share-the-rate-limit.ts", [], { REDIS_URL: url });
  expect(lines).toEqual([expect.stringMatching(/^100 calls of two workers: [1-9]\d* waited, 0 were refused$/)]);
});
