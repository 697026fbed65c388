import { expect, test } from "vitest";
import { ConnectionError } from "./connection-error.ts";

const errorOf = (cause: unknown) => new ConnectionError({ operation: "GET /api/accounts", attempts: 1, cause });

test("the message has the codes and words of the error and of what caused it", () => {
  const inner = Object.assign(new Error("read"), { code: "ECONNRESET" });
  expect(errorOf(new TypeError("fetch failed", { cause: inner })).message).toBe(
    "GET /api/accounts: no connection: fetch failed: ECONNRESET read",
  );
});

test("a code that is a number, and a message that is none or no text, are left out", () => {
  expect(errorOf({ code: 23, message: "broken" }).message).toBe("GET /api/accounts: no connection: broken");
  expect(errorOf({ code: "EPIPE", message: "" }).message).toBe("GET /api/accounts: no connection: EPIPE");
  expect(errorOf({ code: "EPIPE", message: 7 }).message).toBe("GET /api/accounts: no connection: EPIPE");
});

test("causes that go round in a circle end", () => {
  const error = new Error("again");
  error.cause = error;
  expect(errorOf(error).message).toBe(`GET /api/accounts: no connection: ${Array(5).fill("again").join(": ")}`);
});

test.each(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"])(
  "%s says that nothing was sent, wherever it stands",
  (code) => {
    const error = Object.assign(new Error("x"), { code });
    expect(errorOf(error).neverSent).toBe(true);
    expect(errorOf(new TypeError("fetch failed", { cause: error })).neverSent).toBe(true);
  },
);

test.each(["ECONNRESET", "UND_ERR_SOCKET", "NOT_ECONNREFUSED"])("%s says nothing of the kind", (code) => {
  expect(errorOf(Object.assign(new Error("x"), { code })).neverSent).toBe(false);
});

test("a URL that the platform quotes is told without its query: it may be private", () => {
  const cause = new Error(
    "request to http://a.example/api/items?filter=private#x failed, error at (https://b.example/?c=private)",
  );
  const { message } = new ConnectionError({ operation: "GET /api/items", attempts: 1, cause });
  expect(message).toBe(
    "GET /api/items: no connection: request to http://a.example/api/items failed, error at (https://b.example/)",
  );
});
