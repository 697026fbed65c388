import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { layoutShift, linksAndIds, overflow, violations, watch } from "./look-at-page.ts";
import { type Site, serveSite } from "./site.ts";

/** Pages that are looked at side by side. */
const atOnce = 3;

/** Of the pages that are made by the hundred, how many are one that is looked at with all means; 1 for all of them. */
const everyNth = Number(process.env.EVERY_NTH_PAGE ?? 10);

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await serveSite();
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
});

afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** A page that runs, in a browser that asks for no page before somebody wants it. */
async function open(context: BrowserContext, path: string) {
  const page = await context.newPage();
  const faults = watch(page, site.url);
  await page.addInitScript("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
  await page.goto(`${site.url}${path}`);
  await page.waitForFunction("document.querySelector('#app').__vue_app__");
  return { page, faults };
}

async function shiftOnceMore(context: BrowserContext, path: string): Promise<number> {
  const { page } = await open(context, path);
  const shift = await layoutShift(page);
  await page.close();
  return shift;
}

/** Looks at pages, a few at a time, and collects what is wrong with each. */
async function walk(pages: string[], context: BrowserContext, look: (path: string) => Promise<string[]>) {
  const found: string[] = [];
  const waiting = [...pages];
  const worker = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      for (const fault of await look(path)) found.push(`${path}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await context.close();
  return found;
}

test("every page loads whole from its own host, leads somewhere and stays where it is; one of each kind can be read by everybody", async () => {
  const context = await browser.newContext({ colorScheme: "light" });
  const links = new Map<string, string[]>();
  const anchors = new Set<string>();
  const samples = onePageOfAKind(site.pages);
  const found = await walk(site.pages, context, async (path) => {
    const { page, faults } = await open(context, path);
    const shift = await layoutShift(page);
    // A machine that is busy may paint half a page once; one that moves does so every time.
    if (shift >= 0.05 && (await shiftOnceMore(context, path)) >= 0.05) faults.push(`moves by ${shift}`);
    const { links: leads, ids } = await linksAndIds(page, site.url);
    links.set(path, leads);
    for (const id of ["", ...ids]) anchors.add(`${path}#${id}`);
    if (samples.includes(path)) {
      faults.push(...(await violations(page)).map((one) => `light: ${one}`));
      await page.emulateMedia({ colorScheme: "dark" });
      await page.waitForFunction("document.documentElement.classList.contains('dark')");
      faults.push(...(await violations(page, ["color-contrast"])).map((one) => `dark: ${one}`));
    }
    await page.close();
    return faults;
  });
  for (const [path, leads] of links) {
    for (const link of leads) {
      const [target = "", id = ""] = link.split("#");
      const file = decodeURIComponent(target.replace(/\/$/, "/index.html"));
      if (!anchors.has(`${file}#${decodeURIComponent(id)}`))
        found.push(`${path}: leads to ${link}, which is not there`);
    }
  }
  expect(site.pages).toContain("/guides/start.html");
  expect([...new Set(found)].sort()).toEqual([]);
});

test("no page scrolls sideways on a phone", async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const found = await walk(onePageOfAKind(site.pages), context, async (path) => {
    const { page, faults } = await open(context, path);
    faults.push(...(await overflow(page)));
    await page.close();
    return faults;
  });
  expect(found).toEqual([]);
});

/** All pages that somebody has written, and of those that are made by the hundred every tenth, unless told otherwise. */
function onePageOfAKind(pages: string[]): string[] {
  const made = pages.filter((path) => /^\/(api|operations)\//.test(path));
  return pages.filter((path) => !made.includes(path) || made.indexOf(path) % everyNth === 0);
}

test("the search finds a word of a guide, by keyboard", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}/`, { waitUntil: "networkidle" });
  await page.keyboard.press("Control+k");
  await page.locator("#localsearch-input:focus").waitFor();
  await page.keyboard.type("checkpoint");
  await page.locator("#localsearch-list a", { hasText: "Bulk jobs and syncing" }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(({ href }) => href !== `${site.url}/`);
  await page.close();
});

test("the first stop of the keyboard skips to the content, and it is seen where the focus is", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}/guides/start.html`, { waitUntil: "networkidle" });
  await page.keyboard.press("Tab");
  const skip = page.locator(":focus");
  expect(await skip.textContent()).toContain("Skip to content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("VPContent");
  await page.keyboard.press("Tab");
  const { inside, outline } = await page.evaluate(() => ({
    inside: document.querySelector("#VPContent")?.contains(document.activeElement),
    outline: getComputedStyle(document.activeElement as Element).outlineStyle,
  }));
  expect(inside).toBe(true);
  expect(outline).not.toBe("none");
  await page.close();
});

test("who points at a name sees its type, and Escape takes it away", async () => {
  const page = await browser.newPage();
  await page.goto(`${site.url}/guides/start.html`, { waitUntil: "networkidle" });
  await page.locator(".typed-name", { hasText: "catalogId" }).last().hover();
  const panel = page.locator(".type-panel");
  expect(await panel.textContent()).toContain("catalogId<");
  await page.keyboard.press("Escape");
  expect(await panel.isVisible()).toBe(false);
  await page.close();
});
