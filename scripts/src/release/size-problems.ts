import type { Size } from "./package-tools.ts";

/** What one operation may add to a bundle, brotli: a line of the operation table. */
const bytesPerOperation = 14;

/** What stands in a table whatever it lists; beside it, a few operations have little in common that could be packed. */
const bytesAround = 100;

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
  if (table <= bytesAround + bytesPerOperation * operations) return tooHeavy;
  return [
    ...tooHeavy,
    `operation table: ${table} bytes brotli for ${operations} operations, but it may have ${bytesAround} and ${bytesPerOperation} for each`,
  ];
}
