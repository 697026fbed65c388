import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { virtualClock } from "../testing/virtual-clock.ts";
import { auth } from "./auth.ts";
import { retry } from "./retry.ts";
import { timeout } from "./timeout.ts";
import { withPolicies } from "./with-policies.ts";

const url = "https://a.klaviyo.com/api/catalog-items";

test("a key goes out as Klaviyo-API-Key and a token as Bearer", async () => {
  const fetch = fakeFetch();
  await auth({ apiKey: "pk_1" })(fetch)(...attempt(url));
  expect(fetch.last.headers.get("authorization")).toBe("Klaviyo-API-Key pk_1");
  await auth({ accessToken: "t1" })(fetch)(...attempt(url));
  expect(fetch.last.headers.get("authorization")).toBe("Bearer t1");
});

test("another origin gets no credentials", async () => {
  const fetch = fakeFetch();
  await auth({ apiKey: "pk_1" })(fetch)(...attempt("https://a.klaviyo.com.example/api/catalog-items"));
  await auth({ apiKey: "pk_1" })(fetch)(...attempt("http://a.klaviyo.com/api/catalog-items"));
  expect(fetch.requests.map(({ headers }) => headers.has("authorization"))).toEqual([false, false]);
});

test("a 401 renews the token once for all calls and sends each again with its body", async () => {
  let tokens = 0;
  const bodies: string[] = [];
  const send = auth({ accessToken: () => `t${++tokens}` })(async (_, { headers, body }) => {
    if (headers.authorization === "Bearer t1") return new Response(null, { status: 401 });
    bodies.push(String(body));
    return new Response();
  });
  const answers = await Promise.all(["a", "b", "c"].map((body) => send(...attempt(url, { method: "POST", body }))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(bodies.sort()).toEqual(["a", "b", "c"]);
  expect(tokens).toBe(2);
});

test("50 calls that are refused at once lead to one renewal, also when the same token comes back", async () => {
  let asked = 0;
  let refusals = 50;
  const send = auth({ apiKey: async () => `same${++asked && ""}` })(async () => {
    await Promise.resolve();
    return new Response(null, { status: refusals-- > 0 ? 401 : 200 });
  });
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(...attempt(url))));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(asked).toBe(2);
});

test("a renewal that hangs hurts the calls that wait for it and no later one", async () => {
  const clock = virtualClock();
  let asked = 0;
  const fetch = fakeFetch();
  const accessToken = (): Promise<string> => (++asked === 1 ? new Promise(() => {}) : Promise.resolve("token"));
  const send = withPolicies(fetch, [timeout({ ms: 500, clock }), auth({ accessToken })]);
  const waiting = [send(...attempt(url)), send(...attempt(url))];
  const ended = await clock.run(Promise.allSettled(waiting));
  expect(ended.map((one) => one.status === "rejected" && one.reason.name)).toEqual(["TimeoutError", "TimeoutError"]);
  expect((await clock.run(send(...attempt(url)))).status).toBe(200);
  expect(asked).toBe(2);
});

test("a caller who stops waiting for a token does not take it from the others", async () => {
  let asked = 0;
  let arrive: (token: string) => void = () => {};
  const accessToken = (): Promise<string> => {
    asked += 1;
    return new Promise((resolve) => {
      arrive = resolve;
    });
  };
  const send = auth({ accessToken })(fakeFetch());
  const controller = new AbortController();
  const stopped = send(...attempt(url, { signal: controller.signal }));
  const other = send(...attempt(url));
  controller.abort();
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  const later = send(...attempt(url));
  arrive("token");
  expect((await Promise.all([other, later])).map(({ status }) => status)).toEqual([200, 200]);
  expect(asked).toBe(1);
});

test("an abort without a reason of its own is passed on, too", async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const call = auth({ accessToken: () => new Promise(() => {}) })(fakeFetch())(...attempt(url, { signal }));
  controller.abort(null);
  await expect(call).rejects.toBeNull();
});

test("an empty token is an error before anything is sent, and asked for once", async () => {
  let asked = 0;
  const fetch = fakeFetch();
  const accessToken = (): string => `${++asked && ""}`;
  const call = withPolicies(fetch, [retry(), auth({ accessToken })])(...attempt(url));
  await expect(call).rejects.toThrow(/^accessToken must be a string/);
  expect([asked, fetch.requests.length]).toEqual([1, 0]);
});

test("the caller's own authorization is sent as it is, and one that was removed not at all", async () => {
  const fetch = fakeFetch();
  let asked = 0;
  const send = auth({ accessToken: () => `t${++asked}` })(fetch);
  await send(...attempt(url, { headers: { authorization: "Basic mine" } }));
  await send(...attempt(url, { settings: { removedHeaders: ["authorization"] } }));
  expect(fetch.requests.map(({ headers }) => headers.get("authorization"))).toEqual(["Basic mine", null]);
  expect(asked).toBe(0);
});

test("a second 401 is the answer", async () => {
  const fetch = fakeFetch(401);
  const response = await auth({ accessToken: () => "t" })(fetch)(...attempt(url));
  expect(response.status).toBe(401);
  expect(fetch.requests).toHaveLength(2);
});

test("a 401 for a key or a fixed token is the answer at once", async () => {
  const fetch = fakeFetch(401);
  await auth({ accessToken: "t" })(fetch)(...attempt(url));
  expect(fetch.requests).toHaveLength(1);
});

test("the call's own headers never hold the key: hooks and other policies have them too", async () => {
  const [, init] = attempt(url);
  await auth({ apiKey: "pk_1" })(fakeFetch())(url, init);
  expect(init.headers).not.toHaveProperty("authorization");
});
