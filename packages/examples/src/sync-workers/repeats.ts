import { catalogId } from "@org/client";
import type { Chunk } from "./chunk.ts";

/** A chunk as it is sent, and the places of the records that are left out because their ids were there before. */
export interface WithoutRepeats {
  sent: Chunk;
  repeated: ReadonlySet<number>;
}

/** What `bulk` says of a record whose id was in its run before, which is no more than a chunk. */
export function repeatError(id: string): { code: string; error: string } {
  return { code: "duplicate_in_run", error: `The id '${catalogId(id)}' was in this run before.` };
}

/**
 * Leaves out records whose ids were in this chunk or one before: chunks are sent by several workers at a time, so that of
 * two records with one id, either might be the last. The ids are held until the end, about a hundred bytes each.
 */
export function repeatFilter(): (chunk: Chunk) => WithoutRepeats {
  const seen = new Set<string>();
  return ({ type, records }) => {
    const repeated = new Set<number>();
    for (const [place, { external_id }] of records.entries()) {
      const id = `${type} ${external_id}`;
      if (seen.has(id)) repeated.add(place);
      seen.add(id);
    }
    return { sent: { type, records: records.filter((_, place) => !repeated.has(place)) }, repeated };
  };
}
