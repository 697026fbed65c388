import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cost, measureScript } from "./measure-script.ts";

export interface GenerationCost {
  /** `pnpm generate --from`: read, checked, types with routes and filters, operation table, compiled, written. */
  ours: Cost;
  /** openapi-typescript alone, from the same file to a file, with the same options. */
  alone: Cost;
}

/** Whole processes in turns, so that whatever else the machine does falls on both. */
export async function measureGeneration(file: string, runs: number): Promise<GenerationCost> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    const [alone, ours] = await measureScript(
      [
        ["bench/openapi-typescript-alone.ts", file, join(folder, "alone.ts")],
        ["cli/generate.ts", "--from", file, "--out", join(folder, "ours")],
      ],
      runs,
    );
    if (!alone || !ours) throw new Error("nothing was measured");
    return { ours, alone };
  } finally {
    await rm(folder, { recursive: true });
  }
}
