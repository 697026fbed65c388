// Puts Prism's validation proxy, with Klaviyo's own document, between the mock and who calls it: a tour of every
// operation at both revisions, and the lessons of one revision. Fails on every violation that Prism reports.
// KLAVIYO_OPENAPI_DIR=<folder of <revision>.json> node prism/main.ts
import { createMock, virtualClock } from "../src/index.ts";
import { lessons, runExample } from "./examples.ts";
import { serveAsKlaviyo } from "./serve-as-klaviyo.ts";
import { startPrism } from "./start-prism.ts";
import { tour } from "./tour.ts";

let violations = 0;
for (const revision of ["2023-12-15", "2026-07-15"]) violations += await checkTour(revision);
for (const [revision, names] of Object.entries(lessons)) violations += await checkExamples(revision, names);
process.exitCode = violations === 0 ? 0 : 1;

async function checkTour(revision: string): Promise<number> {
  const clock = virtualClock();
  const listener = await createMock({ clock, limits: false }).listen();
  const prism = await startPrism(revision, listener.url);
  try {
    const found: string[] = [];
    const calls = await tour(prism.url, revision, clock, (call, violation) => found.push(`${call}: ${violation}`));
    console.log(`${revision}: ${calls} calls through Prism, ${found.length} violations`);
    for (const line of found) console.log(`  ${line}`);
    return found.length;
  } finally {
    await prism.stop();
    await listener.close();
  }
}

/** Every lesson must get through, have called something, and nothing that it was sent or answered may be a violation. */
async function checkExamples(revision: string, names: readonly string[]): Promise<number> {
  const mock = createMock();
  const upstream = await serveAsKlaviyo(mock);
  const prism = await startPrism(revision, upstream.url);
  let failed = 0;
  try {
    for (const name of names) {
      const before = mock.requests.length;
      const output = await runExample(name, prism.url);
      const calls = mock.requests.length - before;
      const violations = await prism.violations();
      console.log(`${revision}: ${name}: ${calls} calls through Prism, ${violations.length} violations`);
      for (const line of [...violations, ...(output ? [output] : [])]) console.log(`  ${line}`);
      if (violations.length || output || !calls) failed += 1;
    }
    return failed;
  } finally {
    await prism.stop();
    upstream.close();
  }
}
