import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { auth } from "./auth.ts";

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
