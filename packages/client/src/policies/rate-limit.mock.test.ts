import { expect, test } from "vitest";
import { operations } from "../generated/2026-07-15.ts";
import { mockClient } from "../testing/mock-client.ts";

test("in real time and with real timers, twice a burst at once passes the mock's limits without a 429", async () => {
  const { klaviyo, mock } = await mockClient({ retry: false }, { limits: true });
  const path = { id: "$custom:::$default:::none" };
  const { burst = 0 } = operations.profiles[operations.paths["/api/catalog-items/{id}"]?.DELETE ?? 0] ?? {};
  const length = 2 * burst + 10;
  const calls = Array.from({ length }, () => klaviyo.DELETE("/api/catalog-items/{id}", { params: { path } }));
  const statuses = (await Promise.all(calls)).map(({ response }) => response.status);
  expect(new Set(statuses)).toEqual(new Set([404]));
  expect(mock.requests).toHaveLength(length);
});
