import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Site, serveSite } from "../test/site.ts";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let browser: Browser;
let site: Site;
let page: Page;
/** What no page may have: errors on the console, and requests to another host. */
let troubles: string[];

beforeAll(async () => {
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is not there: apt-get install chromium`);
  site = await serveSite();
  // Without a sandbox, since CI runs as root.
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

beforeEach(async () => {
  troubles = [];
  page = await open();
});
afterEach(async () => {
  await page.context().close();
  expect(troubles).toEqual([]);
});

async function open(options: Parameters<Browser["newContext"]>[0] = {}, hash = ""): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    reducedMotion: "reduce",
    ...options,
  });
  const opened = await context.newPage();
  opened.on("pageerror", (error) => troubles.push(error.message));
  opened.on("console", (message) => {
    const isIcon = message.location().url.endsWith("/favicon.ico");
    if (message.type() === "error" && !isIcon) troubles.push(message.text());
  });
  opened.on("request", (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url())) troubles.push(request.url());
  });
  await opened.addInitScript(() => {
    const shifts = { sum: 0 };
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
        if (!entry.hadRecentInput) shifts.sum += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await opened.goto(`${site.url}/try/${hash}`);
  await opened.getByRole("button", { name: "Run", exact: true }).and(opened.locator(":enabled")).waitFor();
  return opened;
}

const run = () => page.getByRole("button", { name: "Run", exact: true }).click();
const answer = () => page.getByRole("tabpanel");
const type = () => page.getByRole("region", { name: "Type of data" });
const timeline = () => page.getByRole("region", { name: "Time line" });
const status = () => page.getByRole("status").first();

/** What a page shows comes a moment after what it is told. */
const shown = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 30_000 });

async function typeShows(text: string): Promise<void> {
  await type().getByText(text).first().waitFor({ timeout: 90_000 });
}

test("the first call is answered, and its type has the fields that it asks for, and others once others are chosen", async () => {
  await run();
  await answer().getByText("ratelimit-limit").waitFor();
  await shown(() => status().textContent()).toMatch(/^200 · 1 call · 1 attempt/);
  await shown(() => answer().textContent()).toContain('"included"');
  await typeShows("sku: string | null");
  await page
    .getByRole("group", { name: "fields[catalog-variant]" })
    .getByRole("checkbox", { name: "inventory_quantity" })
    .check();
  await typeShows("inventory_quantity: number | null");
  await run();
  await status().getByText("200 · 1 call").waitFor();
  await page.getByRole("tab", { name: "Request" }).click();
  await shown(() => answer().textContent()).toContain("inventory_quantity");
  await shown(() => answer().textContent()).toMatch(/authorizationKlaviyo-API-Key •+/);
});

test("the form is used by keyboard alone, and a link keeps what was chosen", async () => {
  const picker = page.getByRole("combobox", { name: "Operation" });
  await picker.focus();
  await page.keyboard.type("list categories");
  await page.keyboard.press("Enter");
  await page.getByLabel("page[size]").focus();
  await page.keyboard.type("2");
  await page.getByRole("button", { name: "Add a condition" }).press("Enter");
  const condition = page.getByRole("group", { name: "filter" });
  await condition.getByLabel("Field").selectOption("name");
  await condition.getByLabel("Value").fill("i");
  await shown(() => page.getByRole("textbox", { name: "Code" }).inputValue()).toContain('filter.contains("name", "i")');
  const link = new URL(page.url()).hash;
  const other = await open({}, link);
  await shown(() => other.getByRole("textbox", { name: "Code" }).inputValue()).toContain('"page[size]": 2');
  await other.context().close();
  await run();
  await answer().getByText("ratelimit-limit").waitFor();
  await shown(() => answer().textContent()).toContain('"Shirts"');
});

test("a mistake in the code is told in the compiler's words, and edited code runs", async () => {
  await typeShows("sku: string | null");
  const code = page.getByRole("textbox", { name: "Code" });
  const text = await code.inputValue();
  await code.fill(text.replace('"sku"', '"skuu"'));
  await typeShows("skuu");
  await code.fill(
    `${text}\nconst title: string | null | undefined = data?.data[0]?.attributes.title;\nconsole.log("first:", title);\n`,
  );
  await typeShows("sku: string | null");
  await run();
  await answer().getByText("first: Linen shirt").waitFor();
  await page.getByRole("button", { name: "Back to the form" }).click();
  await shown(() => code.inputValue()).toBe(text);
});

test("a fault is answered by a pause and another attempt on the time line", async () => {
  await page.getByRole("radio", { name: "× 60" }).check();
  await page.getByRole("checkbox", { name: "503" }).check();
  await run();
  await status().getByText("200 · 1 call · 2 attempts").waitFor();
  await timeline().getByText("In words").click();
  await timeline()
    .getByText(/attempt 1: 503 .*fault 503.*paused 3 s .*attempt 2: 200/)
    .waitFor();
  await timeline()
    .getByRole("button", { name: /attempt 1: 503/ })
    .click();
  await shown(() => answer().textContent()).toContain("retry-after");
});

test("calls above the limit wait for it; without the client's limiter they are throttled", async () => {
  await page.getByRole("radio", { name: "× 10" }).check();
  await page.getByLabel("all at once").selectOption({ label: "500 calls" });
  await run();
  await status().getByText("200 · 500 calls · 500 attempts").waitFor();
  await page.getByRole("checkbox", { name: "The client keeps the limits" }).uncheck();
  await page.getByRole("checkbox", { name: "The client retries" }).uncheck();
  await run();
  await status().getByText("429 · 500 calls · 500 attempts").waitFor();
});

test("a bulk run ends with every record settled, and says which failed, and why", async () => {
  await page.getByRole("radio", { name: "× 10" }).check();
  await page.getByRole("button", { name: "Upsert them" }).click();
  await page.getByText(/^588 done, 12 failed, with \d+ calls/).waitFor();
  await shown(() => page.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("600");
  await shown(() => page.getByRole("region", { name: "Records that failed" }).textContent()).toContain("ITEM-00050");
  await page.getByLabel("With a wrong price").selectOption({ label: "none" });
  await page.getByRole("button", { name: "Upsert them" }).click();
  await page.getByText(/^600 done, 0 failed, with \d+ calls/).waitFor();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the page has no axe violation and does not shift, before and after a run, in the ${colorScheme}`, async () => {
    await page.context().close();
    page = await open({ colorScheme });
    await typeShows("sku: string | null");
    await run();
    await answer().getByText("ratelimit-limit").waitFor();
    await page.getByRole("combobox", { name: "Operation" }).focus();
    expect(await violations()).toEqual([]);
    expect(await page.evaluate(() => (globalThis as unknown as { shifts: { sum: number } }).shifts.sum)).toBeLessThan(
      0.05,
    );
  });
}

test("on a phone nothing is wider than the screen", async () => {
  await page.context().close();
  page = await open({ viewport: { width: 360, height: 740 } });
  await run();
  await answer().getByText("ratelimit-limit").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await violations()).toEqual([]);
});

async function violations(): Promise<string[]> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          where: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    // The navigation is the theme's, and tested with the whole site.
    const found = (await axe.run({ exclude: [".VPNav", ".VPLocalNav"] })).violations;
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("; ")}`,
    );
  });
}
