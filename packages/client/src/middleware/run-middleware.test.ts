import createOpenapiClient, { type Middleware } from "openapi-fetch";
import { expect, test } from "vitest";
import { transport } from "../client/transport.ts";
import type { Fetch } from "../policies/policy.ts";

// openapi-fetch's own client is the reference: whatever middleware does, both must do the same.
type Log = string[];
type Scenario = (log: Log) => Middleware[];

const path = "/api/catalog-items/{id}";
const noting = (log: Log, name: string): Middleware => ({
  onRequest: ({ request, schemaPath, params }) => {
    log.push(`${name} request ${request.url} ${schemaPath} ${JSON.stringify(params)} ${request.headers.get("x-from")}`);
  },
  onResponse: ({ response }) => {
    log.push(`${name} response ${response.status}`);
  },
  onError: ({ error }) => {
    log.push(`${name} error ${error}`);
  },
});

const scenarios: Record<string, Scenario> = {
  nothing: () => [],
  "two that only look": (log) => [noting(log, "a"), noting(log, "b")],
  "a request that is replaced": (log) => [
    { onRequest: ({ request }) => new Request(request, { headers: { "x-from": "a" } }) },
    noting(log, "b"),
  ],
  "an answer instead of the request": (log) => [
    noting(log, "a"),
    { onRequest: () => new Response("cached", { status: 203 }) },
    noting(log, "c"),
  ],
  "answers that are replaced, in reverse": (log) => [
    { onResponse: ({ response }) => new Response(response.body, { status: response.status + 1 }) },
    noting(log, "b"),
    { onResponse: () => new Response("replaced", { status: 201 }) },
  ],
  "an error that becomes an answer": (log) => [
    noting(log, "a"),
    { onError: () => new Response("saved", { status: 207 }) },
  ],
  "an error that becomes another": (log) => [noting(log, "a"), { onError: () => new RangeError("other") }],
  "an error in onRequest": (log) => [
    noting(log, "a"),
    {
      onRequest: () => {
        throw new RangeError("in onRequest");
      },
    },
  ],
  "an error in onResponse": (log) => [
    noting(log, "a"),
    {
      onResponse: () => {
        throw new RangeError("in onResponse");
      },
    },
  ],
};
const fetches: Record<string, Fetch> = {
  answering: async (_, { headers }) => new Response(`to ${headers["x-from"]}`),
  failing: async () => {
    throw new TypeError("fetch failed");
  },
};

for (const [name, scenario] of Object.entries(scenarios)) {
  for (const [kind, fetch] of Object.entries(fetches)) {
    test(`${name}, ${kind} fetch: the same as openapi-fetch`, async () => {
      const init = { params: { path: { id: "1" } } };
      const baseUrl = "https://a.klaviyo.com";
      const outcome = async (run: (log: Log) => Promise<Response>) => {
        const log: Log = [];
        const end = await run(log).then(async (response) => `${response.status} ${await response.text()}`, String);
        return [...log, end];
      };
      const ours = await outcome(async (log) => {
        const client = transport({ baseUrl, fetch });
        client.use(...scenario(log));
        return client.send("GET", path, init);
      });
      const theirs = await outcome(async (log) => {
        const client = createOpenapiClient<Record<string, never>>({
          baseUrl,
          fetch: (request) => fetch(request.url, { method: "GET", headers: Object.fromEntries(request.headers) }),
        });
        client.use(...scenario(log));
        const { response } = await client.request(
          "get" as never,
          path as never,
          { ...init, parseAs: "stream" } as never,
        );
        return response as Response;
      });
      expect(ours).toEqual(theirs);
      expect(ours.length).toBeGreaterThan(0);
    });
  }
}

test.each<[kind: string, fetch: keyof typeof fetches, middleware: object]>([
  ["Request", "answering", { onRequest: () => "https://a.klaviyo.com" }],
  ["Response", "answering", { onResponse: () => ({ status: 200 }) }],
  ["Error", "failing", { onError: () => "failed" }],
])("what is no %s is refused", async (kind, fetch, middleware) => {
  const client = transport({ baseUrl: "https://a.klaviyo.com", fetch: fetches[fetch] as Fetch });
  client.use(middleware as Middleware);
  await expect(client.send("GET", "/api/catalog-items")).rejects.toThrow(`something that is no ${kind}`);
});
