import { expect, test } from "vitest";
import type { OperationTable } from "../operations/operation-table.ts";
import { attempt } from "../testing/attempt.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { mediaTypes } from "./media-types.ts";

const table: OperationTable = {
  revision: "2026-07-15",
  profiles: [{ accept: "application/vnd.api+json" }, { accept: "application/json", contentType: "text/csv" }],
  paths: { "/api/both": { POST: 0 }, "/api/own": { POST: 1 } },
};

test.each([
  ["POST", "/api/both", "{}", "application/vnd.api+json", "application/vnd.api+json"],
  ["POST", "/api/both", null, "application/vnd.api+json", undefined],
  ["POST", "/api/own", "{}", "application/json", "text/csv"],
  ["POST", "/api/unknown", "{}", undefined, "application/json"],
])("%s %s with the body %j accepts %s and sends %s", async (method, path, body, accept, contentType) => {
  const [url, init] = attempt(`https://a.klaviyo.com${path}`, { method, body });
  await mediaTypes(table)(fakeFetch())(url, init);
  expect(init.headers).toStrictEqual({
    ...(accept && { accept }),
    ...(contentType && { "content-type": contentType }),
  });
});
