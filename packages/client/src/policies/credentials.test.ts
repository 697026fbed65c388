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
  expect(() => credentials({ apiKey: "pk_secret\n" })).toThrow(/^apiKey must be (?!.*pk_secret).*line break/);
});

test.each([
  ["a space", "to ken"],
  ["a line break", "token\n"],
  ["nothing", ""],
  ["no string", undefined],
  ["an object", { token: "to ken" }],
])("a token from a function with %s is refused without being quoted", async (_, token) => {
  const { current } = credentials({ accessToken: () => token as string });
  await expect(current()).rejects.toThrow(/^accessToken (?!.*to ken).*not empty/);
});

test("a function is asked once for all who wait, and once more for all who were refused", async () => {
  let asked = 0;
  const source = credentials({ accessToken: async () => `token-${++asked}` });
  const first = [source.current(), source.current()] as Promise<string>[];
  expect(await Promise.all(first)).toEqual(["Bearer token-1", "Bearer token-1"]);
  const renewed = await Promise.all(first.map((refused) => source.renewed(refused)));
  expect(renewed).toEqual(["Bearer token-2", "Bearer token-2"]);
  expect(await source.renewed(first[0] as Promise<string>)).toBe("Bearer token-2");
  expect(await source.current()).toBe("Bearer token-2");
  expect(asked).toBe(2);
});

test("a renewal that brings the same token is one renewal for all who were refused", async () => {
  let asked = 0;
  const source = credentials({ apiKey: () => `same${++asked && ""}` });
  const refused = source.current() as Promise<string>;
  expect(await refused).toBe("Klaviyo-API-Key same");
  await source.renewed(refused);
  await source.renewed(refused);
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
  const waiting = await Promise.allSettled([source.current(), source.current()]);
  expect(waiting.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await source.current()).toBe("Bearer token");
  expect(asked).toBe(2);
});

test("a token is given up when the last call that waits for it gives up, and not before", async () => {
  let asked = 0;
  const source = credentials({ accessToken: () => (++asked === 1 ? new Promise<string>(() => {}) : `token-${asked}`) });
  const first = source.current() as Promise<string>;
  const controllers = [new AbortController(), new AbortController()];
  const waits = controllers.map(({ signal }) => source.arrival(first, { milliseconds: undefined, signal }));
  const ended = Promise.allSettled(waits);
  controllers[0]?.abort();
  await Promise.allSettled(waits.slice(0, 1));
  expect(source.current()).toBe(first);
  controllers[1]?.abort();
  await ended;
  expect(await source.current()).toBe("Bearer token-2");
});

test("a token that has arrived is not given up by a call that was stopped", async () => {
  let asked = 0;
  const source = credentials({ accessToken: () => `token-${++asked}` });
  const first = source.current() as Promise<string>;
  await first;
  const signal = AbortSignal.abort();
  expect(await source.arrival(first, { milliseconds: undefined, signal })).toBe("Bearer token-1");
  expect(source.current()).toBe(first);
});

test("where none are required there may be none", () => {
  expect(credentials({}, false).current()).toBeUndefined();
  expect(credentials({ apiKey: undefined, accessToken: undefined }, false).current()).toBeUndefined();
});

test("an empty one is an error also where none is required, or the calls would go out without", () => {
  expect(() => credentials({ apiKey: "" }, false)).toThrow("neither has a value");
  expect(() => credentials({ accessToken: "" }, false)).toThrow("neither has a value");
});

test("every token that was handed out or noted is redacted, also where JSON or a URL writes it with escapes", async () => {
  const source = credentials({ accessToken: () => 'secret-"token' });
  await source.current();
  source.note("Basic dXNlcjpwYXNz");
  source.note("bare-secret");
  source.note(" Token   spaced-secret ");
  expect(source.redact('you sent Bearer secret-"token')).toBe("you sent Bearer [redacted]");
  expect(source.redact('{"detail":"secret-\\"token"}')).toBe('{"detail":"[redacted]"}');
  expect(source.redact("Token spaced-secret")).toBe("Token [redacted]");
  expect(source.redact("you sent {secret-\\u0022token}")).toBe("you sent {[redacted]}");
  expect(source.redact("?key=secret-%22token&more=1, %73ecret-%22Token")).toBe("?key=[redacted]&more=1, [redacted]");
  source.note("a+b/c==");
  for (const form of ["a+b/c==", "a%2Bb%2Fc%3D%3D", "a%2bb/c%3d%3d", "a+b\\/c=="]) {
    expect(source.redact(`<${form}>`)).toBe("<[redacted]>");
  }
  expect(source.redact("a b c, aab/c==")).toBe("a b c, aab/c==");
  expect(source.redact("Basic dXNlcjpwYXNz, bare-secret")).toBe("Basic [redacted], [redacted]");
});

test("the tokens of a long life are not all remembered", async () => {
  let asked = 0;
  const source = credentials({ accessToken: () => `token-${String(++asked).padStart(3, "0")}` });
  let token = source.current() as Promise<string>;
  for (let times = 0; times < 20; times++) {
    await token;
    token = source.renewed(token);
  }
  await token;
  expect(source.redact("token-021")).toBe("[redacted]");
  expect(source.redact("token-006")).toBe("[redacted]");
  expect(source.redact("token-001")).toBe("token-001");
});

test("the client's own key stays among them, and so does what a call sends itself", () => {
  const source = credentials({ apiKey: "pk_own" });
  for (const token of Array(40).keys()) source.note(`Bearer token-${token}-`);
  expect(source.redact("pk_own token-0- token-39-")).toBe("[redacted] token-0- [redacted]");
  expect(source.redact("pk_own token-0-", "Bearer token-0-")).toBe("[redacted] [redacted]");
});

test("a token that comes again is one of the latest", () => {
  const source = credentials({}, false);
  for (const token of ["again", ...Array(15).keys(), "again", "one more"]) source.note(`token-${token}-`);
  expect(source.redact("token-again-")).toBe("[redacted]");
});
