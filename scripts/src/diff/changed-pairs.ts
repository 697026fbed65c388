import { fingerprints } from "./fingerprints.ts";
import type { OperationPair } from "./match-operations.ts";
import type { Documents } from "./wire/schema-pairs.ts";
import type { Side } from "./wire/side.ts";

export interface ChangedPair {
  base: Side;
  head: Side;
  /** More than words. */
  shape: boolean;
}

/** The operations that are not equal with all they reference; or all of them, where the types are made otherwise. */
export function changedPairs(documents: Documents, pairs: readonly OperationPair[], all: boolean): ChangedPair[] {
  const [ofBase, ofHead] = [fingerprints(documents.base), fingerprints(documents.head)];
  return pairs.flatMap(({ base, head }): ChangedPair[] => {
    if (!base || !head) return [];
    const [old, now] = [ofBase(base), ofHead(head)];
    if (old.full === now.full && !all) return [];
    const sides = { base: { document: documents.base, entry: base }, head: { document: documents.head, entry: head } };
    return [{ ...sides, shape: all || old.shape !== now.shape }];
  });
}
