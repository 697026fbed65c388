import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const bin = join(import.meta.dirname, "node_modules", ".bin", "openapi-ts");
const fragment = join(import.meta.dirname, "../../../openapi/2026-07-15.yaml");

/** Generates hey-api's fetch client of the same fragment into a folder. */
export async function generateHeyApi(folder: string): Promise<void> {
  await promisify(execFile)(bin, ["-i", fragment, "-o", folder, "-c", "@hey-api/client-fetch", "--no-log-file"]);
}
