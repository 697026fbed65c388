import type { RecordType } from "../catalog/attributes.ts";
import type { CatalogRecord } from "../catalog/catalog-record.ts";
import type { Account } from "./read-account.ts";

/** That an item is in a category. */
export interface Link {
  record: CatalogRecord;
  /** By external id. */
  category: string;
}

export interface LinkPlan {
  add: Link[];
  remove: Link[];
  same: number;
}

/** Links are a step of their own, after both of their ends, so that an item does not fail for the sake of a link. */
export function planLinks(
  records: readonly CatalogRecord[],
  account: Account,
  isThere: (type: RecordType, id: string) => boolean,
): LinkPlan {
  const plan: LinkPlan = { add: [], remove: [], same: 0 };
  for (const record of records) {
    if (record.categories === undefined) continue;
    const wanted = new Set(record.categories);
    const found = account["catalog-item"].get(record.external_id)?.categories ?? new Set<string>();
    for (const category of wanted) {
      if (found.has(category)) plan.same++;
      else plan.add.push({ record, category });
    }
    for (const category of found) {
      // A category that is deleted takes its links with it.
      if (!wanted.has(category) && isThere("catalog-category", category)) plan.remove.push({ record, category });
    }
  }
  return plan;
}
