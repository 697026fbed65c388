import { expect, test } from "vitest";
import { mockClient } from "../testing/mock-client.ts";

test("in real time and with real timers, twice a burst at once passes the mock's limits without a 429", async () => {
  const { klaviyo, mock } = await mockClient({ retry: false }, { limits: true });
  const path = { id: "$custom:::$default:::none" };
  const calls = Array.from({ length: 160 }, () => klaviyo.DELETE("/api/catalog-items/{id}", { params: { path } }));
  const statuses = (await Promise.all(calls)).map(({ response }) => response.status);
  expect(new Set(statuses)).toEqual(new Set([404]));
  expect(mock.requests).toHaveLength(160);
});
