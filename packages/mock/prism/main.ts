// Puts Prism's validation proxy, with Klaviyo's own document, between the mock and who calls it: a tour of every
// operation at both revisions, and the examples. Fails on every violation that Prism reports.
// KLAVIYO_OPENAPI_DIR=<folder of <revision>.json> node prism/main.ts
import { createMock, virtualClock } from "../src/index.ts";
import { runExamples } from "./run-examples.ts";
import { startPrism } from "./start-prism.ts";
import { tour } from "./tour.ts";

let violations = 0;
for (const revision of ["2023-12-15", "2026-07-15"]) violations += await checkTour(revision);
violations += await checkExamples("2026-07-15");
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

/** With `--errors` Prism refuses what violates the document, so that an example that was refused anything fails. */
async function checkExamples(revision: string): Promise<number> {
  const listener = await createMock().listen();
  const prism = await startPrism(revision, listener.url, "--errors");
  try {
    const results = await runExamples(prism.url);
    const failed = results.filter(({ output }) => output !== undefined);
    console.log(`${revision}: ${results.length} examples through Prism, ${failed.length} with violations`);
    for (const { name, output } of failed) console.log(`  ${name}: ${output}`);
    return failed.length;
  } finally {
    await prism.stop();
    await listener.close();
  }
}
