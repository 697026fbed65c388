import { bulk, type Client, catalogId } from "@org/client";
import type { RecordType } from "../catalog/attributes.ts";
import { type CatalogRecord, plainRecord } from "../catalog/catalog-record.ts";
import type { Progress, StepHooks } from "./outcome.ts";

export interface RecordsStep {
  action: "create" | "update" | "delete";
  type: RecordType;
  records: readonly CatalogRecord[];
}

/**
 * Sends records of one type through bulk jobs.
 *
 * @throws what ends a run of `bulk` early, after the outcomes of what was sent
 */
export async function sendRecords(klaviyo: Client, step: RecordsStep, hooks: StepHooks): Promise<void> {
  const { action, type, records } = step;
  const total = records.length;
  let pace: Pick<Progress, "recordsPerMinute" | "remaining"> = {};
  // A job of a run that was killed may create a record after the comparison: an upsert then updates it.
  const run = bulk(klaviyo, action === "create" ? "upsert" : action, type, documents(step) as never, {
    signal: hooks.signal,
    total,
    onProgress: ({ recordsPerMinute, remaining }) => {
      pace = { recordsPerMinute, remaining };
    },
  });
  let finished = 0;
  let failed = 0;
  try {
    for await (const { index, status, error } of run) {
      // What a run that was stopped does not know, the next one finds out by comparing.
      if (status === "unknown" && hooks.signal.aborted) continue;
      const record = records[index] as CatalogRecord;
      const { external_id } = record;
      hooks.onOutcome(
        { action, type, external_id, status, ...(error && { error: error.detail }) },
        plainRecord(record),
      );
      finished++;
      if (status === "failed") failed++;
      hooks.onProgress({ finished, failed, total, ...pace });
    }
  } finally {
    hooks.onCalls((await run.summary()).calls);
  }
}

/** Records in the API's form, as `bulk` takes them: the rules of the attributes have checked what its types would. */
function* documents({ action, type, records }: RecordsStep): Generator<object> {
  for (const { external_id, attributes, item } of records) {
    const id = catalogId(external_id);
    if (action === "delete") yield { type, id };
    else if (action === "update") yield { type, id, attributes };
    else {
      const parent = item !== undefined && { item: { data: { type: "catalog-item", id: catalogId(item) } } };
      yield { type, attributes: { external_id, ...attributes }, ...(parent && { relationships: parent }) };
    }
  }
}
