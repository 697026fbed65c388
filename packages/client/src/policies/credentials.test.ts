import { expect, test } from "vitest";
import { credentials } from "./credentials.ts";

test("neither a key nor a token is an error that says what is missing", () => {
  expect(() => credentials({ apiKey: undefined })).toThrow("Give an apiKey or an accessToken: neither has");
  expect(() => credentials({ apiKey: "" })).toThrow("neither has a value");
});

test("a key and a token together are an error", () => {
  expect(() => credentials({ apiKey: "pk_1", accessToken: "t" })).toThrow("both have a value");
});

test("a key with a line break is refused without being quoted", () => {
  expect(() => credentials({ apiKey: "pk_secret\n" })).toThrow(/^(?!.*pk_secret).*line break/);
});

test("a token from a function that cannot be sent is refused without being quoted", async () => {
  const { authorization } = credentials({ accessToken: () => "to ken" });
  await expect(authorization()).rejects.toThrow(/^(?!.*to ken).*line break/);
});

test("a function is asked once for all who wait, and once more for all who were refused", async () => {
  let asked = 0;
  const source = credentials({ accessToken: async () => `token-${++asked}` });
  const first = await Promise.all([source.authorization(), source.authorization()]);
  expect(first).toEqual(["Bearer token-1", "Bearer token-1"]);
  const renewed = await Promise.all(first.map((refused) => source.authorization(refused)));
  expect(renewed).toEqual(["Bearer token-2", "Bearer token-2"]);
  expect(await source.authorization("Bearer token-1")).toBe("Bearer token-2");
  expect(asked).toBe(2);
});

test("a failed renewal is reported to all who wait and tried again by the next", async () => {
  let asked = 0;
  const source = credentials({
    accessToken: () => {
      if (++asked === 1) throw new Error("no connection");
      return "token";
    },
  });
  const waiting = await Promise.allSettled([source.authorization(), source.authorization()]);
  expect(waiting.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await source.authorization()).toBe("Bearer token");
  expect(asked).toBe(2);
});

test("every token that was handed out is redacted", async () => {
  const source = credentials({ accessToken: () => "secret-token" });
  await source.authorization();
  expect(source.redact("you sent Bearer secret-token")).toBe("you sent Bearer [redacted]");
});
