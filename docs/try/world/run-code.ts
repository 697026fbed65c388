import type * as client from "@org/client";

/** What a program has left behind in the names `data` and `error`. */
export interface Outcome {
  data?: unknown;
  error?: unknown;
}

type Run = (...parameters: unknown[]) => Promise<Outcome>;
const AsyncFunction = (async () => {}).constructor as new (...sources: string[]) => Run;

const importClient = /^import\s*(?:\*\s*as\s+(\w+)|(\{[^}]*\}))\s*from\s*["']@org\/client["'];?/gm;

/**
 * Runs a program that has no types in it, with a client of the page's own in place of the package.
 *
 * @param log takes the place of `console.log`
 * @throws what the program throws, or a SyntaxError
 */
export async function runCode(
  code: string,
  module: typeof client,
  log: (...values: unknown[]) => void,
): Promise<Outcome> {
  const body = code.replaceAll(importClient, (_, name: string | undefined, names: string | undefined) =>
    name ? `const ${name} = module;` : `const ${names?.replaceAll(/\s+as\s+/g, ": ")} = module;`,
  );
  // A name that the program does not have is no mistake of its: it may be written in another way.
  const found = ["data", "error"].map((name) => `${name}: typeof ${name} === "undefined" ? undefined : ${name}`);
  const run = new AsyncFunction("module", "console", `"use strict"; ${body}\nreturn { ${found.join(", ")} };`);
  return run(module, { ...console, log, error: log, warn: log, info: log });
}
