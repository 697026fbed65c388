import { chromium } from "playwright-core";
import { bundle } from "./bundle.ts";
import type { Report } from "./report.ts";
import { serve } from "./serve.ts";

/** Runs the transport test in a page whose origin is not the API's, as every page's is. */
export async function runChromium(executablePath: string, baseUrl: string): Promise<Report> {
  const script = await bundle("in-page.js");
  await using page = await serve((request, response) => {
    const module = request.url === "/page.js";
    response.writeHead(200, { "content-type": module ? "text/javascript" : "text/html" });
    response.end(module ? script : '<!doctype html><title>page</title><script type="module" src="/page.js"></script>');
  }, "localhost");
  // without a sandbox, since CI runs as root
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const tab = await browser.newPage();
    await tab.goto(page.url);
    await tab.waitForFunction("globalThis.transportTest");
    return await tab.evaluate<Report>(`globalThis.transportTest(${JSON.stringify(baseUrl)})`);
  } finally {
    await browser.close();
  }
}
