import { join } from "node:path";
import { build } from "esbuild";

/** The transport test and the package as users' bundlers make it: one file of ES module code. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
  });
  return (result.outputFiles[0] as { text: string }).text;
}
