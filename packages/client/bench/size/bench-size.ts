import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { printGoals } from "../goal.ts";
import { generateHeyApi } from "../hey-api.ts";
import { printTable } from "../print-table.ts";
import { type BundleName, bundles } from "./bundles.ts";

/** What users' bundlers make of a call: minified by esbuild, compressed by brotli. */
export async function benchSize(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "bench-size-"));
  try {
    await generateHeyApi(folder);
    const sizes = {} as Record<BundleName, number>;
    for (const [name, contents] of Object.entries(bundles)) {
      sizes[name as BundleName] = await weigh(contents, { "hey-api": join(folder, "index.ts") });
    }
    const rows = Object.entries(sizes).map(([name, bytes]) => [name, (bytes / 1000).toFixed(2)]);
    printTable("Size: kB of the minified bundle after brotli", [["", "kB"], ...rows]);
    printGoals([
      { text: "kB of everything", figure: sizes["@org/client, everything"] / 1000, atMost: 8.5 },
      { text: "kB of one call", figure: sizes["@org/client, createClient and one call"] / 1000, atMost: 7.2 },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function weigh(contents: string, alias: Record<string, string>): Promise<number> {
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    alias,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // a private key is for servers; klaviyo-api has another, smaller entry of axios for browsers
    platform: "node",
    write: false,
    logLevel: "error",
  });
  return brotliCompressSync((result.outputFiles[0] as { contents: Uint8Array }).contents).length;
}
