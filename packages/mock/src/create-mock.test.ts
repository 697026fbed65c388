import { expect, test } from "vitest";
import { createMock, type Revision } from "./create-mock.ts";
import { revisions } from "./generated/revisions.ts";
import { createCaller } from "./testing/create-caller.ts";
import { categoryInput } from "./testing/inputs.ts";

const headers = { authorization: "Klaviyo-API-Key pk_secret", revision: "2026-07-15" };

test("fetch takes a path, a URL or a Request", async () => {
  const { fetch } = createMock();
  const url = "https://a.klaviyo.com/api/catalog-items";
  for (const input of ["/api/catalog-items", url, new URL(url), new Request(url, { headers })]) {
    expect((await fetch(input, input instanceof Request ? undefined : { headers })).status).toBe(200);
  }
});

test("an earlier revision is served in its own form, a later one does not exist yet", async () => {
  const mock = createMock({ revision: "2023-12-15" });
  const { status, headers: answered } = await createCaller(mock, { revision: "2023-12-15" })(
    "GET",
    "/api/catalog-items",
  );
  expect([status, answered.get("content-type")]).toEqual([200, "application/json"]);
  expect((await createCaller(mock)("GET", "/api/catalog-items")).status).toBe(404);
});

test("requests are recorded with what they did, and without the key", async () => {
  const seen: unknown[] = [];
  const mock = createMock({ onRequest: (request) => seen.push(request) });
  await createCaller(mock)("POST", "/api/catalog-categories", { data: categoryInput("A") }, { "x-trace": "1" });
  expect(mock.requests).toEqual(seen);
  expect(mock.requests).toMatchObject([
    {
      method: "POST",
      url: "https://a.klaviyo.com/api/catalog-categories",
      operationId: "create_catalog_category",
      revision: "2026-07-15",
      account: "default",
      status: 201,
      body: { data: { attributes: { external_id: "A" } } },
      headers: { "x-trace": "1" },
    },
  ]);
  expect(JSON.stringify(mock.requests)).not.toContain("pk_test");
});

test("the same seed and clock give the same ids", async () => {
  const errorId = async (seed: number) => {
    const response = await createMock({ seed }).fetch("/api/catalog-items/none", { headers });
    return ((await response.json()) as { errors: { id: string }[] }).errors[0]?.id;
  };
  expect(await errorId(3)).toBe(await errorId(3));
  expect(await errorId(3)).not.toBe(await errorId(4));
});

test("an aborted request is not answered", async () => {
  const mock = createMock();
  const signal = AbortSignal.abort(new Error("no longer wanted"));
  await expect(mock.fetch("/api/catalog-items", { headers, signal })).rejects.toThrow("no longer wanted");
  expect(mock.requests).toEqual([]);
});

test("a revision that the mock does not know is refused", () => {
  expect(() => createMock({ revision: "2020-01-01" as Revision })).toThrow(
    `revision '2020-01-01' is not one of this mock's: ${Object.keys(revisions).join(", ")}`,
  );
});

test("a page of another origin may ask for everything and read every header", async () => {
  const mock = createMock();
  const preflight = await mock.fetch("/api/catalog-items", {
    method: "OPTIONS",
    headers: {
      origin: "https://shop.example",
      "access-control-request-method": "PATCH",
      "access-control-request-headers": "authorization,revision",
    },
  });
  expect([preflight.status, Object.fromEntries(preflight.headers)]).toMatchObject([
    204,
    {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "authorization,revision",
      "access-control-allow-methods": expect.stringContaining("PATCH"),
    },
  ]);
  expect(mock.requests).toEqual([]);
  const cases: Record<string, string>[] = [{}, { "x-mock-fault": "503=1" }, { authorization: "" }];
  for (const more of cases) {
    const response = await mock.fetch("/api/catalog-items", { headers: { ...headers, origin: "null", ...more } });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-expose-headers")).toBe("*");
  }
  const same = await mock.fetch("/api/catalog-items", { headers });
  expect(same.headers.has("access-control-allow-origin")).toBe(false);
});
