import { parseArgs } from "node:util";
import { versionOf } from "./run-process.ts";
import { type Runtime, runtimes, untested } from "./runtimes.ts";
import { serve } from "./serve.ts";
import { testApi } from "./test-api.ts";

const help = `Usage: pnpm test:runtimes [--all] [<name> …]

Runs one transport test of the built package in Node, Deno, Bun, workerd and Chromium, or in those that are named.

  --all     a runtime that is missing on this machine is a failure
  --help    show this`;

interface Outcome {
  lines: string[];
  passed: boolean;
}

/** Runs the transport test in one runtime, against a server of its own. */
async function test(runtime: Runtime, missingIsFailure: boolean): Promise<Outcome> {
  const { name, binary, missing } = runtime;
  if (missing) return { lines: [`${name}: not tested here, ${missing}`], passed: !missingIsFailure };
  const title = `${name} ${await versionOf(binary)}`;
  await using api = await serve(testApi());
  try {
    const { passed, failures } = await runtime.run(api.url);
    const summary = `${title}: ${passed} assertions passed${failures.length ? `, ${failures.length} FAILED` : ""}`;
    return { lines: [summary, ...failures.map((failure) => `  ${failure}`)], passed: passed > 0 && !failures.length };
  } catch (error) {
    return { lines: [`${title}: FAILED, the test did not end`, `  ${error}`], passed: false };
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
});
const names = positionals.map((name) => name.toLowerCase());
const chosen = runtimes.filter(({ name }) => !names.length || names.includes(name.toLowerCase()));
const unknown = names.filter((name) => !runtimes.some((runtime) => runtime.name.toLowerCase() === name));

if (values.help) {
  console.log(help);
} else if (unknown.length) {
  console.error(
    `There is no runtime called ${unknown.join(", ")}: ${[...new Set(runtimes.map(({ name }) => name))].join(", ")}.`,
  );
  process.exitCode = 1;
} else {
  // all at once: what is measured is only that a wait was long enough
  const outcomes = chosen.map((runtime) => test(runtime, values.all));
  for (const outcome of outcomes) {
    const { lines, passed } = await outcome;
    console.log(lines.join("\n"));
    if (!passed) process.exitCode = 1;
  }
  console.log(`Not tested anywhere: ${untested.join(", ")}.`);
}
