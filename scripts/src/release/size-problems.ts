import type { Size } from "./package-tools.ts";

/** What one operation may add to a bundle, brotli: a line of the operation table. */
const bytesPerOperation = 14;

/**
 * What is too heavy. The limits are those of the runtime, whatever is selected in `openapi/fragment.yaml`; the operation
 * table, which is the rest of a call's weight, has one for each operation.
 */
export function sizeProblems(sizes: readonly Size[], operations: number): string[] {
  const sizeOf = (name: string) => sizes.find((each) => each.name === name)?.size ?? Number.NaN;
  const table = sizeOf("createClient and one call") - sizeOf("runtime of one call");
  const tooHeavy = sizes.flatMap(({ name, size, sizeLimit = Infinity }) =>
    size > sizeLimit
      ? `${name}: ${size} bytes brotli, but the limit is ${sizeLimit} (packages/client/.size-limit.json)`
      : [],
  );
  if (table <= bytesPerOperation * operations) return tooHeavy;
  return [
    ...tooHeavy,
    `operation table: ${table} bytes brotli for ${operations} operations, but an operation may cost ${bytesPerOperation}`,
  ];
}
