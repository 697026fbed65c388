import type { BulkErrorGroup, BulkOutcome } from "../records/bulk-outcome.ts";

/** Counted outcomes; plain data, so that a checkpoint can keep it. */
export interface Tally {
  done: number;
  failed: number;
  unknown: number;
  errors: BulkErrorGroup[];
}

/** Kinds of errors that are told apart. */
const mostGroups = 100;

export function emptyTally(): Tally {
  return { done: 0, failed: 0, unknown: 0, errors: [] };
}

/** Adds an outcome. Errors are equal when they differ only in the values that they quote and in numbers. */
export function count(tally: Tally, { status, error, index, id }: BulkOutcome<unknown>): void {
  tally[status]++;
  if (!error) return;
  const { code, detail, pointer } = error;
  const kind = kindOf(error);
  const group = tally.errors.find((one) => kindOf(one) === kind) ?? tally.errors[mostGroups];
  if (group) group.count++;
  else {
    const words =
      tally.errors.length < mostGroups ? { code, detail, pointer } : { code: "other", detail: "Other errors." };
    tally.errors.push({ ...words, count: 1, example: { index, id } });
  }
}

function kindOf({ code, detail, pointer }: { code: string; detail: string; pointer?: string | undefined }): string {
  return [code, pointer, detail.replace(/(['"`]).*?\1|\d+/g, "…")].join("\n");
}
