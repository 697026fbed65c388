import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

const atOnce = /^(?:import|export) (?!type\b)[^;]*?from "([^"]+)";/gm;
const onDemand = /\bimport\("([^"]+)"\)/g;

/** What a module imports, directly and through others; types do not count. */
async function imports(kinds: readonly RegExp[], from: string, seen = new Set<string>()): Promise<Set<string>> {
  const url = new URL(from, import.meta.url);
  const source = await readFile(url, "utf8");
  for (const kind of kinds) {
    for (const [, specifier = ""] of source.matchAll(kind)) {
      const key = specifier.startsWith(".") ? new URL(specifier, url).href : specifier;
      if (seen.has(key)) continue;
      seen.add(key);
      if (specifier.startsWith(".") && !specifier.endsWith("/listen.ts")) await imports(kinds, key, seen);
    }
  }
  return seen;
}

test("the main entry needs nothing of Node's but to listen, so that it works in a browser", async () => {
  const loaded = await imports([atOnce, onDemand], "index.ts");
  const packages = [...loaded].filter((name) => !name.startsWith("file:"));
  expect(packages.sort()).toEqual([
    "csv-parse/browser/esm/sync",
    "hono/router/reg-exp-router",
    "hono/router/smart-router",
    "hono/router/trie-router",
    "openapi-sampler",
  ]);
  expect(loaded.size).toBeGreaterThan(60);
});

test("starting loads no package and no revision's document", async () => {
  const loaded = await imports([atOnce], "create-mock.ts");
  expect([...loaded].filter((name) => !name.startsWith("file:") || /generated\/\d/.test(name))).toEqual([]);
  expect(loaded.size).toBeGreaterThan(30);
});
