import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What a page has been seen to do. */
export interface Seen {
  /** Errors on the console, requests that failed or went to another host, exceptions. */
  faults: string[];
  /** Paths of the site that it links to, with their fragments; whole addresses of what its host has outside the site. */
  links: string[];
  /** Ids of its elements, as anchors lead to them. */
  ids: string[];
}

/** Collects what goes wrong on a page from now on. */
export function watch(page: Page, siteUrl: string): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(siteUrl))
      faults.push(`foreign: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

/** What axe finds on the page as it is now; only the contrast of colours where `rules` says so. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate("typeof axe !== 'undefined'"))) await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const options = only && { runOnly: { type: "rule", values: only } };
    // @ts-expect-error axe is there since its source was evaluated
    const { violations } = await axe.run(document, { resultTypes: ["violations"], ...options });
    return violations.map(
      ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `axe ${id}: ${nodes[0]?.html.slice(0, 160)}`,
    );
  }, rules);
}

/** Where the page leads within the site, and what can be led to on it. */
export function linksAndIds(page: Page, siteUrl: string): Promise<Omit<Seen, "faults">> {
  return page.evaluate(
    (url) => ({
      links: [...document.querySelectorAll("a[href]")]
        .map((link) => (link as HTMLAnchorElement).href)
        .filter((href) => href.startsWith(location.origin))
        .map((href) => (href.startsWith(`${url}/`) ? href.slice(url.length) : href)),
      ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
    }),
    siteUrl,
  );
}

/** How far the page's content has moved while it loaded. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 50);
      }),
  );
}

/** Elements that make the page wider than its window. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("main *")].find(
      (one) => one.getBoundingClientRect().right > clientWidth,
    );
    return [`wider than a phone by ${scrollWidth - clientWidth} px: ${wide?.outerHTML.slice(0, 120)}`];
  });
}
