import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMock, type Mock } from "./create-mock.ts";
import { importRecipe } from "./testing/recipes.ts";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const headers = { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" };
const site = createServer((_, response) => response.end("<!doctype html><title>page</title>"));
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is not there: apt-get install chromium`);
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  // Without a sandbox, since CI runs as root.
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  page = await browser.newPage();
  await page.goto(`http://localhost:${(site.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await browser?.close();
  site.close();
});

/** What a page sees of a request: its status and header, or the name of its error. */
function fetchInPage(url: string, more: Record<string, string> = {}): Promise<string> {
  return page.evaluate(
    async ([url, headers]) => {
      try {
        const response = await fetch(url, { headers });
        await response.text();
        return `${response.status} ${response.headers.get("ratelimit-limit")}`;
      } catch (error) {
        return (error as Error).name;
      }
    },
    [url, { ...headers, ...more }] as const,
  );
}

test("a page of another origin asks first, is answered, and reads the headers of the limit", async () => {
  const mock = createMock();
  const listener = await mock.listen();
  try {
    expect(await fetchInPage(`${listener.url}/api/catalog-items`)).toBe("200 3500");
    expect(mock.requests.map(({ method }) => method)).toEqual(["GET"]);
    expect(await fetchInPage(`${listener.url}/api/catalog-items`, { "x-mock-fault": "reset-after" })).toBe("TypeError");
  } finally {
    await listener.close();
  }
});

test("the recipe for Playwright answers a page's calls, and aborts what would break", async () => {
  const { mock, answer } = (await importRecipe("ts", "page.route(")) as {
    mock: Mock;
    answer: Parameters<Page["route"]>[1];
  };
  await page.route("https://a.klaviyo.com/**", answer);
  const url = "https://a.klaviyo.com/api/catalog-items";
  expect(await fetchInPage(url)).toBe("200 3500");
  for (const fault of ["reset-before", "reset-after", "cut"]) {
    expect(await fetchInPage(url, { "x-mock-fault": fault }), fault).toBe("TypeError");
  }
  expect(mock.requests.map(({ fault }) => fault)).toEqual([undefined, "reset-before", "reset-after", "cut"]);
});
