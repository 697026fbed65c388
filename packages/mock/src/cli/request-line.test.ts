import { expect, test } from "vitest";
import type { RecordedRequest } from "../http/request-log.ts";
import { requestLine } from "./request-line.ts";

const request: RecordedRequest = {
  at: new Date(2026, 0, 1, 12, 30, 1).getTime(),
  method: "GET",
  url: "http://127.0.0.1:4010/api/catalog-items?sort=created",
  headers: {},
  operationId: "get_catalog_items",
  status: 200,
  duration: 3,
};

test.each([
  [{}, "12:30:01 GET    200 /api/catalog-items?sort=created (get_catalog_items, 3 ms)"],
  [
    { url: "http://x/api/events", operationId: "get_events", sampled: true as const },
    "12:30:01 GET    200 /api/events (get_events, 3 ms, not simulated: an example from the schema)",
  ],
  [
    { url: "http://x/a%0Ab", fault: "latency, cut" },
    "12:30:01 GET    200 /a%0Ab (get_catalog_items, 3 ms, fault: latency, cut)",
  ],
])("a request is a line, which tells what was not as usual: %j", (unusual, line) => {
  expect(requestLine({ ...request, ...unusual })).toBe(line);
});
