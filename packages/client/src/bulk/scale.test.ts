import { expect, test } from "vitest";
import { bulkMakespan } from "../testing/bulk-makespan.ts";

// A million, and their memory: `pnpm bench:client scale`.
test("100,000 records take no more than 1.02 of the time that the limits allow, and no 429", async () => {
  const { done, ratio, server } = await bulkMakespan({ records: 100_000 });
  expect([done, server.records, server.jobs, server.refused]).toEqual([100_000, 100_000, 1000, 0]);
  expect(server.mostInProgress).toBeLessThanOrEqual(500);
  expect(ratio).toBeGreaterThanOrEqual(1);
  expect(ratio).toBeLessThanOrEqual(1.02);
});
