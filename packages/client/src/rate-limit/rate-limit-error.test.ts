import { expect, test } from "vitest";
import { isRateLimitError, RateLimitError } from "./rate-limit-error.ts";

const operation = "GET /api/catalog-items";

test("says which call, when to come back, what was allowed, and what to do", () => {
  const error = new RateLimitError({ operation, wait: 3_600_000.2, allowed: 120_000 });
  expect(error).toMatchObject({ name: "RateLimitError", operation, retryAfter: 3600.001 });
  expect(error.message).toBe(
    "GET /api/catalog-items was not sent: it may wait 120 s for the rate limit, and that is not enough. " +
      "The limit asks to come back in 3600.001 s. To wait longer, raise rateLimit.maxWait (milliseconds).",
  );
});

test("says nothing of when to come back when that is not known", () => {
  const error = new RateLimitError({ operation, allowed: 500 });
  expect(error.retryAfter).toBeUndefined();
  expect(error.message).toBe(
    "GET /api/catalog-items was not sent: it may wait 0.5 s for the rate limit, and that is not enough. " +
      "To wait longer, raise rateLimit.maxWait (milliseconds).",
  );
});

test("is recognized, also when it comes from another copy of the package", () => {
  expect(isRateLimitError(new RateLimitError({ operation, allowed: 0 }))).toBe(true);
  expect(isRateLimitError(Object.assign(new Error(), { name: "RateLimitError", retryAfter: 1 }))).toBe(true);
  expect(isRateLimitError(Object.assign(new Error(), { name: "RateLimitError" }))).toBe(false);
  expect(isRateLimitError(Object.assign(new Error(), { retryAfter: 1 }))).toBe(false);
  expect(isRateLimitError({ name: "RateLimitError", retryAfter: 1 })).toBe(false);
  expect(isRateLimitError(undefined)).toBe(false);
});
