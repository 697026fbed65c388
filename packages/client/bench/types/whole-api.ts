import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const generate = join(import.meta.dirname, "../../../../scripts/src/cli/generate.ts");

/** Generates the types of the whole API, of which Catalogs is a part, as our generator writes them. */
export async function generateWholeApi(documents: string, folder: string): Promise<string> {
  const from = join(documents, "2026-07-15.json");
  await promisify(execFile)(process.execPath, [generate, "--from", from, "--out", folder]);
  return join(folder, "types.ts");
}
