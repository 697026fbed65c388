import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import { readDocument } from "../document/read-document.ts";
import type { Correction } from "../generate/corrections.ts";
import { documentOutputs } from "../generate/outputs.ts";
import { median } from "./median.ts";

export interface GenerationCost {
  /** Seconds of ours: read, checked, corrected, types with routes, filters and aliases, operation table. */
  ours: number;
  /** Seconds of openapi-typescript alone, from the same file to text, with the same options. */
  alone: number;
}

/** Both in turns, so that whatever else the machine does falls on both. */
export async function measureGeneration(
  file: string,
  corrections: readonly Correction[],
  runs: number,
): Promise<GenerationCost> {
  const ours: number[] = [];
  const alone: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const theirTime = await timed(async () => {
      const options = { silent: true, defaultNonNullable: false, emptyObjectsUnknown: true };
      astToString(await openapiTS(pathToFileURL(file), options));
    });
    const ourTime = await timed(async () => {
      const { document } = await readDocument(file);
      await documentOutputs(document, file, corrections);
    });
    // The first turn warms up.
    if (run > 0) {
      alone.push(theirTime);
      ours.push(ourTime);
    }
  }
  return { ours: median(ours), alone: median(alone) };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
