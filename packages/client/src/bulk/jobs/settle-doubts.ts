import type { BulkError } from "../records/bulk-outcome.ts";
import type { Chunk } from "../records/chunk.ts";
import { resourceFor } from "../records/entry.ts";
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

/**
 * Whether the catalog is as a job has to have left it that was sent these records, or the job is another's: one that has
 * dealt with the same records, but with other values, or before something else happened to them.
 */
export async function isAsSent(verdicts: readonly Verdict[], { action }: Chunk, calls: Calls): Promise<boolean> {
  const done = verdicts.filter(({ status }) => status === "done").map(({ entry }) => entry);
  const found = await calls.find(
    done.map(({ id }) => id as string),
    "all",
  );
  if (action === "delete") return found.size === 0;
  return done.every((entry) => {
    const { attributes = {}, relationships } = resourceFor(entry, action);
    const there = found.get(entry.id as string);
    // An update may be sent twice. What it does to relationships is not to be seen.
    const isSeen = action === "create" || !relationships;
    return isSeen && there !== undefined && sameAttributes(attributes, there.attributes);
  });
}
