import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { attempt } from "../testing/attempt.ts";
import { fakeFetch } from "../testing/fake-fetch.ts";
import { version } from "../version.ts";
import { userAgent } from "./user-agent.ts";

test("the package names itself, and the program around it", async () => {
  const fetch = fakeFetch();
  await userAgent({ appInfo: { name: "shop-sync", version: "1.4.0" } })(fetch)(...attempt("https://a.klaviyo.com/"));
  expect(fetch.last.headers.get("user-agent")).toBe(`klaviyo-catalogs-client/${version} shop-sync/1.4.0`);
});

test("a User-Agent of the caller stays", async () => {
  const fetch = fakeFetch();
  const headers = { "user-agent": "mine" };
  await userAgent()(fetch)(...attempt("https://a.klaviyo.com/", { headers }));
  expect(fetch.last.headers.get("user-agent")).toBe("mine");
});

test("the version is that of package.json", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(version).toBe(manifest.version);
});
