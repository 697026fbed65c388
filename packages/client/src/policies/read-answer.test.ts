import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import type { AttemptInit } from "./policy.ts";
import { readAnswer } from "./read-answer.ts";

const url = "https://a.klaviyo.com/api/accounts?private=1";

function failure(thrown: unknown, init: Partial<AttemptInit> = {}): Promise<unknown> {
  const send = readAnswer(async () => {
    throw thrown;
  });
  return send(...attempt(url, init)).catch((error) => error);
}

test.each(["AbortError", "TimeoutError"])("an %s comes through as it is", async (name) => {
  const thrown = new DOMException("ended", name);
  expect(await failure(thrown)).toBe(thrown);
});

test.each([undefined, null, "no network", new TypeError("fetch failed")])(
  "whatever else is thrown is the cause of a ConnectionError: %o",
  async (cause) => {
    expect(await failure(cause)).toMatchObject({ name: "ConnectionError", cause });
  },
);

test("the error names the operation, or else method and path, and the attempts", async () => {
  expect(await failure("no network")).toMatchObject({ operation: "GET /api/accounts", attempts: 1 });
  const operation = { name: "GET /api/accounts/{id}" };
  expect(await failure("no network", { operation, attempt: 3 })).toMatchObject({
    operation: operation.name,
    attempts: 3,
    message: "GET /api/accounts/{id}: no connection after 3 attempts: no network",
  });
});

test("a refused redirect is no connection that failed", async () => {
  const thrown = new TypeError("fetch failed", { cause: new Error("unexpected Redirect") });
  const error = await failure(thrown);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({
    message: "GET /api/accounts: no connection: fetch failed: unexpected Redirect",
    cause: thrown,
  });
});
