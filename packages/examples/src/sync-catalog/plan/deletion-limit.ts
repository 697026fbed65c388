import { plural } from "../catalog/attributes.ts";
import type { Plan } from "./make-plan.ts";
import { isAbove, type Share } from "./share.ts";

/**
 * Says why what a file does not mention must not be deleted: a file that was cut off would take the rest of the catalog
 * with it.
 *
 * @param share the largest share of the account's records of one type that may go
 */
export function deletionRefusal({ types }: Plan, share: Share): string | undefined {
  const over = types.filter(({ missing, inAccount }) => isAbove(share, missing, inAccount));
  if (over.length === 0) return undefined;
  const parts = over.map(({ type, missing, inAccount }) => `${missing} of ${inAccount} ${plural[type]}`);
  return `--delete-missing would delete ${parts.join(", ")}, and at most ${share.text} may go; if that is right, say so with --max-delete`;
}

/** How many records are to be deleted, in words, or nothing. */
export function deletionText({ types }: Plan): string | undefined {
  const parts = types.filter((plan) => plan.missing > 0).map((plan) => `${plan.missing} ${plural[plan.type]}`);
  return parts.length > 0 ? parts.join(", ") : undefined;
}
