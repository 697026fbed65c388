import { inspect } from "node:util";
import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import type { AttemptInit } from "./policy.ts";
import { readAnswer } from "./read-answer.ts";
import { isTransient } from "./transient.ts";

const url = "https://a.klaviyo.com/api/accounts?private=1";

function failure(thrown: unknown, init: Partial<AttemptInit> = {}): Promise<unknown> {
  const send = readAnswer(async () => {
    throw thrown;
  });
  return send(...attempt(url, init)).catch((error) => error);
}

test("the time limit of a transport is one that another attempt may keep, and an abort is not", async () => {
  expect(isTransient(await failure(new DOMException("slow", "TimeoutError")))).toBe(true);
  expect(isTransient(await failure(new DOMException("ended", "AbortError")))).toBe(false);
});

test("what a transport says of its failure comes without credentials, and else as it is", async () => {
  const redact = (text: string) => text.replaceAll("pk_secret", "[redacted]");
  const fail = (thrown: unknown) =>
    readAnswer(async () => {
      throw thrown;
    }, redact)(...attempt(url)).catch((error) => error);
  const inner = Object.assign(new Error("cannot send pk_secret"), { code: "ECONNREFUSED" });
  const error = await fail(new TypeError("fetch failed", { cause: inner }));
  expect(error.message).toBe("GET /api/accounts: no connection: fetch failed: ECONNREFUSED cannot send [redacted]");
  expect(inspect(error, { depth: 9 })).not.toContain("pk_secret");
  expect([error.neverSent, error.cause.name]).toEqual([true, "TypeError"]);
  expect((await fail("pk_secret")).cause).toBe("[redacted]");
  const round = new Error("pk_secret");
  round.cause = round;
  expect(inspect(await fail(round), { depth: 99 })).not.toContain("pk_secret");
  const harmless = new TypeError("fetch failed", { cause: new Error("no route") });
  expect((await fail(harmless)).cause).toBe(harmless);
});

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
