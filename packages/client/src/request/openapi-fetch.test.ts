import { expect, onTestFinished, test } from "vitest";
import { type BuiltRequest, type Middleware, type RequestParts, requester } from "./openapi-fetch.ts";

const path = "/api/catalog-items";
const passing = (): Middleware => ({ onRequest: () => undefined });

/** Sends through a requester of its own; resolves to what `fetch` would get. */
async function built(method: string, parts: RequestParts, ...middleware: Middleware[]): Promise<BuiltRequest> {
  const requests: BuiltRequest[] = [];
  const { use, send } = requester("https://a.klaviyo.com");
  use(...middleware);
  await send(method, path, parts, {
    headers: {},
    repeated: undefined,
    fetch: async (request) => {
      requests.push(request);
      return Response.json({ data: [] });
    },
  });
  return requests[0] as BuiltRequest;
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
  const { use, eject, send } = requester("https://a.klaviyo.com");
  const madeBy = async (parts: RequestParts = {}): Promise<number> => {
    made = 0;
    await send("GET", path, parts, { headers: {}, repeated: undefined, fetch: async () => Response.json({}) });
    return made;
  };
  const [one, other] = [passing(), passing()];
  use(undefined);
  expect(await madeBy()).toBe(0);
  expect(await madeBy({ middleware: [one] })).toBe(1);
  use(one, other);
  expect(await madeBy()).toBe(1);
  eject(one);
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

test("of a request that a middleware made, what it asks for is kept, and to follow is not asking", async () => {
  const replacing = (init: RequestInit): Middleware => ({ onRequest: ({ request }) => new Request(request, init) });
  const request = await built("GET", {}, replacing({ cache: "no-store", credentials: "omit" }));
  expect(request).toMatchObject({ url: `https://a.klaviyo.com${path}`, cache: "no-store", credentials: "omit" });
  expect(request).not.toHaveProperty("redirect");
  expect(await built("GET", {}, replacing({ redirect: "error" }))).toHaveProperty("redirect", "error");
});
