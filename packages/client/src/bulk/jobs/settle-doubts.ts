import type { BulkError } from "../records/bulk-outcome.ts";
import type { Chunk } from "../records/chunk.ts";
import type { Calls } from "./calls.ts";
import type { Verdict } from "./job-outcomes.ts";
import { sameAttributes } from "./same-attributes.ts";

/** Whether a record could not be created because it exists. */
export function isTaken({ code }: BulkError): boolean {
  return /duplicate|conflict|already/i.test(code);
}

/** Whether a record itself, and not one that it names, does not exist. */
export function isMissing({ code, pointer = "" }: BulkError): boolean {
  return /not_found|does_not_exist/i.test(code) && ["", "/id"].includes(pointer);
}

/**
 * Corrects what a job says that was sent again after an answer was lost: it may have found that an earlier job, of which
 * nobody could tell whose it was, had done the work. Whether a record was created by it is told by its attributes; who deleted one,
 * nobody can tell.
 */
export async function settleDoubts(verdicts: Verdict[], { action, again }: Chunk, calls: Calls): Promise<Verdict[]> {
  const isDoubtful = ({ error }: Verdict): boolean =>
    !!again && !!error && (action === "create" ? isTaken(error) : action === "delete" && isMissing(error));
  const doubtful = verdicts.filter(isDoubtful);
  if (!doubtful.length) return verdicts;
  const found =
    action === "create"
      ? await calls.find(
          doubtful.map(({ entry }) => entry.id as string),
          "all",
        )
      : undefined;
  return verdicts.map((verdict) => {
    const { entry } = verdict;
    if (!isDoubtful(verdict)) return verdict;
    const there = found?.get(entry.id as string);
    if (!found) return { ...verdict, status: "unknown" };
    return there && sameAttributes(entry.resource.attributes ?? {}, there.attributes)
      ? { entry, status: "done" }
      : verdict;
  });
}
