import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
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
    printTable("What is in a client and one call, kB of its brotli by share of the minified code", [
      ["", "kB"],
      ...(await parts(bundles["@org/client, createClient and one call"])),
    ]);
    printGoals([
      { text: "kB of everything but bulk", figure: sizes["@org/client, everything but bulk"] / 1000, atMost: 8.5 },
      { text: "kB of one call", figure: sizes["@org/client, createClient and one call"] / 1000, atMost: 7.2 },
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The rooms of the client, and what it depends on, the heaviest first. */
async function parts(contents: string): Promise<string[][]> {
  const { compressed, metafile } = await bundle(contents, {});
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  const bytes = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
    const part = /dist\/([\w-]+)\//.exec(file)?.[1] ?? "other";
    const name = file.includes("openapi-fetch") ? "openapi-fetch" : part;
    bytes.set(name, (bytes.get(name) ?? 0) + bytesInOutput);
  }
  const all = [...bytes.values()].reduce((sum, one) => sum + one, 0);
  const heaviestFirst = [...bytes].sort(([, a], [, b]) => b - a);
  return heaviestFirst.map(([name, one]) => [name, ((compressed / 1000) * (one / all)).toFixed(2)]);
}

async function weigh(contents: string, alias: Record<string, string>): Promise<number> {
  return (await bundle(contents, alias)).compressed;
}

async function bundle(
  contents: string,
  alias: Record<string, string>,
): Promise<{ compressed: number; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    alias,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    // a private key is for servers; klaviyo-api has another, smaller entry of axios for browsers
    platform: "node",
    write: false,
    metafile: true,
    logLevel: "error",
  });
  const compressed = brotliCompressSync((outputFiles[0] as { contents: Uint8Array }).contents).length;
  return { compressed, metafile };
}
