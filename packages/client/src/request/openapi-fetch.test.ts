import { expect, onTestFinished, test } from "vitest";
import { type BuiltRequest, type CallRequest, type Middleware, type RequestParts, requester } from "./openapi-fetch.ts";

const baseUrl = "https://a.klaviyo.com";
const path = "/api/catalog-items";
const passing = (): Middleware => ({ onRequest: () => undefined });

type SentRequest = BuiltRequest & { url: string };

const call = (method: string, parts: Partial<CallRequest<object>> = {}): CallRequest<object> => ({
  method,
  path,
  headers: { sent: {}, removed: [] },
  contentType: "application/vnd.api+json",
  repeated: undefined,
  options: {},
  facts: {},
  ...parts,
});

/** Sends through a requester of its own; resolves to what `fetch` would get. */
async function built(
  method: string,
  parts: Partial<CallRequest<object>>,
  ...middleware: Middleware[]
): Promise<SentRequest> {
  const requests: SentRequest[] = [];
  const { use, send } = requester(baseUrl, async (url, request) => {
    requests.push({ ...request, url });
    return Response.json({ data: [] });
  });
  use(...middleware);
  await send(call(method, parts));
  return requests[0] as SentRequest;
}

test("a Request of the platform is built only while a middleware is there to see it", async () => {
  const Original = globalThis.Request;
  let made = 0;
  globalThis.Request = class extends Original {
    constructor(...given: ConstructorParameters<typeof Request>) {
      super(...given);
      made++;
    }
  };
  onTestFinished(() => {
    globalThis.Request = Original;
  });
  const { use, eject, send } = requester(baseUrl, async () => Response.json({}));
  const madeBy = async (parts: RequestParts = {}): Promise<number> => {
    made = 0;
    await send(call("GET", parts));
    return made;
  };
  const [one, other] = [passing(), passing()];
  use(undefined);
  expect(await madeBy()).toBe(0);
  expect(await madeBy({ middleware: [one] })).toBe(1);
  use(one, other);
  expect(await madeBy()).toBe(1);
  eject(one, passing());
  expect(await madeBy()).toBe(1);
  eject(other);
  expect(await madeBy()).toBe(0);
});

test.each([[[]], [[passing()]]])("without a body there is none, not an empty text", async (middleware) => {
  for (const method of ["GET", "DELETE"]) {
    expect(await built(method, {}, ...middleware)).toMatchObject({ method, body: null });
  }
  expect(await built("POST", { body: { data: 1 } }, ...middleware)).toMatchObject({ body: '{"data":1}' });
});

test.each([[[]], [[passing()]]])("parameters and the platform's options arrive", async (middleware) => {
  const { signal } = new AbortController();
  const parts = {
    path: "/api/catalog-items/{id}",
    params: { path: { id: "a/b" }, query: { include: ["variants"] }, header: { "x-in-params": "1" } },
    options: { signal, keepalive: true },
  };
  const request = await built("GET", parts, ...middleware);
  expect(request.url).toBe(`${baseUrl}/api/catalog-items/a%2Fb?include=variants`);
  expect(request).toMatchObject({ keepalive: true });
  expect(request.signal).toBe(signal);
  // Only what was asked for, not what a Request says by itself.
  for (const name of ["cache", "credentials", "mode", "redirect"]) expect(request).not.toHaveProperty(name);
});

test.each([
  [new Response("no entry", { status: 403 }), "no entry"],
  [Response.json({ errors: [{ code: "no" }] }, { status: 403 }), '{"errors":[{"code":"no"}]}'],
  [Response.json({ data: [] }), '{"data":[]}'],
])("an answer that a middleware makes has its text", async (answer, text) => {
  const { use, send } = requester(baseUrl, async () => Response.error());
  use({ onRequest: () => answer });
  expect(await send(call("GET"))).toEqual({ response: answer, text });
});

test("of a request that a middleware made, what it asks for is kept, and to follow is not asking", async () => {
  const replacing = (init: RequestInit): Middleware => ({ onRequest: ({ request }) => new Request(request, init) });
  const request = await built("GET", {}, replacing({ cache: "no-store", credentials: "omit" }));
  expect(request).toMatchObject({ url: `${baseUrl}${path}`, cache: "no-store", credentials: "omit" });
  expect(request).not.toHaveProperty("redirect");
  expect(await built("GET", {}, replacing({ redirect: "error" }))).toHaveProperty("redirect", "error");
});
