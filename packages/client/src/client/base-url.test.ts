import { expect, onTestFinished, test } from "vitest";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { table } from "../testing/table.ts";
import { testClient } from "../testing/test-client.ts";
import { connect } from "./connect.ts";

const path = "/api/catalog-items";

test.each([
  ["a query", "https://proxy.example/klaviyo?key=secret"],
  ["a query", "https://proxy.example/klaviyo?"],
  ["a hash", "https://proxy.example/#secret"],
  ["a user name or a password", "https://me:secret@proxy.example"],
  ["a user name or a password", "https://me@proxy.example"],
  ["a user name or a password", "https://:secret@proxy.example"],
  ["another protocol", "web+https://proxy.example/secret"],
  ["another protocol", "ftp://proxy.example/secret"],
])("a base URL with %s is refused without being quoted", (what, baseUrl) => {
  const make = () => testClient({ baseUrl });
  expect(make).toThrow(TypeError);
  expect(make).toThrow(new RegExp(`^baseUrl has (?!.*secret).*${what.split(" ")[1]}`));
});

test.each(["/klaviyo", "klaviyo", "", "https://", "proxy.example/klaviyo"])(
  "the base URL %j is refused where there is no page to resolve it against",
  (baseUrl) => {
    expect(() => testClient({ baseUrl })).toThrow("baseUrl is no URL: write it whole");
  },
);

test.each(["https://proxy.example/klaviyo", "https://proxy.example/klaviyo/", "https://proxy.example/klaviyo///"])(
  "slashes at the end of %s never double",
  async (baseUrl) => {
    const fetch = fakeFetch();
    await testClient({ fetch, baseUrl }).GET(path);
    expect(fetch.last.url).toBe(`https://proxy.example/klaviyo${path}`);
  },
);

test("an API without TLS can be called, such as one on this machine", async () => {
  const fetch = fakeFetch();
  await testClient({ fetch, baseUrl: "http://localhost:8080" }).GET(path);
  expect(fetch.last.url).toBe(`http://localhost:8080${path}`);
});

test("in a page a relative base URL is an own proxy that adds the key", async () => {
  Object.assign(globalThis, { location: new URL("https://shop.example/admin/items") });
  onTestFinished(() => void Reflect.deleteProperty(globalThis, "location"));
  const fetch = fakeFetch();
  const klaviyo = connect(table, { fetch, baseUrl: "/klaviyo/" });
  await (klaviyo as ReturnType<typeof testClient>).GET(path);
  expect(fetch.last.url).toBe(`https://shop.example/klaviyo${path}`);
  expect(fetch.last.headers.has("authorization")).toBe(false);
});

test("at Klaviyo's own URL credentials are needed", () => {
  expect(() => connect(table, {})).toThrow("neither has a value");
  expect(() => connect(table, { baseUrl: "https://a.klaviyo.com/" })).toThrow("neither has a value");
});
