import { expect, test } from "vitest";
import { isApiError } from "../answers/api-error.ts";
import type { Policy } from "../policies/policy.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { testClient } from "../testing/test-client.ts";

const path = "/api/catalog-items";
const answer = (text: string | null, init?: ResponseInit) =>
  testClient({ fetch: fakeFetch(new Response(text, init)) }).GET(path);

test.each(["null", "5", '"text"', "true", "[]", "{}", '{"meta":{}}'])("200 with %s is an ApiError", async (text) => {
  const { data, error } = await answer(text);
  expect(data).toBeUndefined();
  expect(isApiError(error)).toBe(true);
  expect(error?.message).toBe(`200: GET ${path} — no document: ${text}`);
});

test("of what is no document the beginning is in the message", async () => {
  const { error } = await answer(`"${"x".repeat(100)}"`);
  expect(error?.message).toMatch(/ — no document: "x{79}$/);
});

test.each([200, 201, 202, 203, 204, 206])("a GET that is answered %i without a body is an ApiError", async (status) => {
  const { data, error } = await answer(null, { status });
  expect(data).toBeUndefined();
  expect(error?.message).toBe(`${status}: GET ${path} — no body`);
});

test("201 to a POST has a document, and 202 need not have one", async () => {
  const post = (status: number) => testClient({ fetch: fakeFetch(status) }).POST(path, { body: {} as never });
  expect((await post(201)).error?.message).toContain("no body");
  expect((await post(202)).error).toBeUndefined();
});

test("200 with a list of errors is an ApiError with these errors", async () => {
  const { data, error } = await answer('{"errors":[{"code":"throttled","detail":"later"}]}');
  expect(data).toBeUndefined();
  expect(error).toMatchObject({ status: 200, errors: [{ code: "throttled" }] });
  expect(error?.message).toContain("throttled: later");
});

test("errors of any shape make an error that can be read", async () => {
  const { error } = await answer('{"errors":[{"code":{"a":1},"title":7,"detail":["x"],"id":3}, null, 4]}', {
    status: 400,
  });
  expect(error?.message).toBe(`400: GET ${path} — `);
  expect(error?.requestId).toBeUndefined();
});

test("an error nested more deeply than anything can be read is still an ApiError", async () => {
  const { error } = await answer(`${"[".repeat(30_000)}${"]".repeat(30_000)}`, { status: 400 });
  expect(error?.message).toBe(`400: GET ${path} — no list of errors: "nested too deeply to be read"`);
});

test("a fetch may give the same answer again", async () => {
  const same = Response.json({ data: [] });
  const klaviyo = testClient({ fetch: async () => same });
  for (let times = 0; times < 2; times++) expect((await klaviyo.GET(path)).data).toEqual({ data: [] });
});

test("credentials are cut out after parsing, in every field", async () => {
  const secret = "pk_test_secret";
  const escaped = [...secret].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  const text = `{"errors":[{"id":"${escaped}","code":"${secret}","detail":"${escaped}","meta":{"${escaped}":["${escaped}"]}}]}`;
  const headers = { "x-request-id": `req ${secret}` };
  const { error } = await answer(text, { status: 403, statusText: `No ${secret}`, headers });
  const { message, errors, requestId, stack } = error ?? {};
  for (const text of [message, stack, requestId, JSON.stringify(errors), JSON.stringify(error)]) {
    expect(text).toContain("[redacted]");
    expect(text).not.toContain(secret);
  }
});

test.each([
  ["with escapes", '{"echo":"pk\\u005ftest_secret"}'],
  ["across the end of what is quoted", JSON.stringify({ ["a".repeat(68)]: "pk_test_secret" })],
])("a credential in a 200 that is no document is cut out %s", async (_, text) => {
  const { error } = await answer(text);
  expect(error?.message).toContain("no document");
  expect(error?.message).not.toMatch(/pk_|pk.u005f/);
});

test("a credential between line breaks and quotes is cut out", async () => {
  const detail = 'first\n"pk_test_secret"\nlast';
  const { error } = await answer(JSON.stringify({ errors: [{ detail }] }), { status: 400 });
  expect(error?.errors).toEqual([{ detail: 'first\n"[redacted]"\nlast' }]);
});

test("a key of digits is cut out of strings, and leaves numbers as they are", async () => {
  const text = '{"errors":[{"status":401,"detail":"no 40 here"}]}';
  const fetch = fakeFetch(new Response(text, { status: 401 }));
  const { error } = await testClient({ fetch, apiKey: "40" }).GET(path);
  expect(error?.errors).toEqual([{ status: 401, detail: "no [redacted] here" }]);
});

test("an authorization that a header, a hook, a policy or middleware sends is a credential, too", async () => {
  const authorization = "Basic dXNlcjpwYXNz";
  const fetch = fakeFetch(new Response('{"errors":[{"detail":"no user dXNlcjpwYXNz"}]}', { status: 401 }));
  const hook = testClient({ fetch, onRequest: ({ headers }) => Object.assign(headers, { authorization }) });
  const setting: Policy = (next) => (url, init) => next(url, { ...init, headers: { ...init.headers, authorization } });
  const policy = testClient({ fetch, policies: [setting] });
  const middleware = testClient({ fetch });
  middleware.use({ onRequest: ({ request }) => request.headers.set("authorization", authorization) });
  const results = [
    await testClient({ fetch }).GET(path, { headers: { Authorization: authorization } }),
    ...(await Promise.all([hook, policy, middleware].map((klaviyo) => klaviyo.GET(path)))),
  ];
  for (const { error } of results) expect(error?.errors[0]?.detail).toBe("no user [redacted]");
  expect(fetch.requests.map(({ headers }) => headers.get("authorization"))).toEqual(Array(4).fill(authorization));
});

test("the response of a call can be read again, also by a middleware", async () => {
  const fetch = fakeFetch(new Response('{"errors":[{"code":"gone"}]}', { status: 410 }), { data: [] });
  const klaviyo = testClient({ fetch });
  const read: unknown[] = [];
  klaviyo.use({ onResponse: async ({ response }) => void read.push(await response.json()) });
  const { error } = await klaviyo.GET(path);
  expect(await error?.response.json()).toEqual({ errors: [{ code: "gone" }] });
  expect((await klaviyo.GET(path)).data).toEqual({ data: [] });
  expect(read).toEqual([{ errors: [{ code: "gone" }] }, { data: [] }]);
});

test("an answer that a middleware makes is an answer, whether it is ok or not", async () => {
  const klaviyo = testClient({ fetch: fakeFetch() });
  const answers = [
    Response.json({ data: ["cached"] }),
    Response.json({ errors: [{ code: "blocked" }] }, { status: 403 }),
    new Response("<html>", { status: 502 }),
    new Response(null, { status: 204 }),
  ];
  klaviyo.use({ onRequest: () => answers.shift() });
  expect((await klaviyo.GET(path)).data).toEqual({ data: ["cached"] });
  expect((await klaviyo.GET(path)).error?.errors[0]?.code).toBe("blocked");
  expect((await klaviyo.GET(path)).error?.message).toContain("<html>");
  expect(await klaviyo.GET(path)).toMatchObject({ response: { status: 204 } });
});
