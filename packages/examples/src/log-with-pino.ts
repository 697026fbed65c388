// Logs every attempt, every retry and every wait for the rate limit with pino.
import { unwrap } from "@org/client";
import { pino } from "pino";
import { openTarget } from "./support/target.ts";

const log = pino({ base: null, timestamp: false });
await using target = await openTarget({
  // asks the mock to throttle the first attempt; Klaviyo does not know the header
  onRequest: ({ attempt, headers }) => {
    if (attempt === 1) headers["x-mock-fault"] = "429";
    else delete headers["x-mock-fault"];
  },
  onResponse: ({ operation, attempt, response, duration }) =>
    log.info({ operation, attempt, status: response?.status, duration: Math.round(duration) }, "answered"),
  onRetry: ({ attempt, delay }) => log.warn({ attempt, delay: Math.round(delay) }, "trying again"),
  onRateLimit: ({ operation, wait, waited }) =>
    log.info({ operation, wait, waited }, waited === undefined ? "waits for the rate limit" : "has waited"),
});

await unwrap(target.klaviyo.GET("/api/catalog-categories"));
