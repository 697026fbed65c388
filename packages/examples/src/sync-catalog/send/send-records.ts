import { bulk, type Client, catalogId } from "@org/client";
import type { RecordType } from "../catalog/attributes.ts";
import { attributesOfNew, type CatalogRecord } from "../catalog/catalog-record.ts";
import type { Outcome, Progress, StepHooks } from "./outcome.ts";

/** What sending needs of a record; of one that is to go, its external id is enough. */
export type Sendable = Pick<CatalogRecord, "external_id" | "item"> &
  Partial<Pick<CatalogRecord, "attributes" | "defaults">>;

export interface RecordsStep {
  action: "create" | "update" | "delete";
  type: RecordType;
  total: number;
  /** They are read while they are sent, and forgotten once it is known what has become of them. */
  records: AsyncIterable<Sendable> | Iterable<Sendable>;
  /** Why a record cannot be sent, if so. */
  obstacle: (record: Sendable) => string | undefined;
}

/**
 * Sends records of one type through bulk jobs.
 *
 * @throws what ends a run of `bulk` early, after the outcomes of what was sent: what the records throw, for example
 */
export async function sendRecords(klaviyo: Client, step: RecordsStep, hooks: StepHooks): Promise<void> {
  const { action, type, total, records, obstacle } = step;
  let pace: Pick<Progress, "recordsPerMinute" | "remaining"> = {};
  let finished = 0;
  let failed = 0;
  const tell = (external_id: string, status: Outcome["status"], error?: string): void => {
    hooks.onOutcome({ action, type, external_id, status, ...(error !== undefined && { error }) });
    finished++;
    if (status === "failed") failed++;
    hooks.onProgress({ finished, failed, total, ...pace });
  };

  /** The external ids of the records that are on their way, by their place in the run. */
  const underWay = new Map<number, string>();
  async function* documents(): AsyncGenerator<object> {
    let index = 0;
    for await (const record of records) {
      const error = obstacle(record);
      if (error !== undefined) tell(record.external_id, "failed", error);
      else {
        underWay.set(index++, record.external_id);
        yield documentOf(record, step);
      }
    }
  }

  // A job of a run that was killed may create a record after the comparison: an upsert then updates it.
  const run = bulk(klaviyo, action === "create" ? "upsert" : action, type, documents() as never, {
    signal: hooks.signal,
    total,
    onProgress: ({ recordsPerMinute, remaining }) => {
      pace = { recordsPerMinute, remaining };
    },
  });
  try {
    for await (const { index, status, error } of run) {
      const id = underWay.get(index) as string;
      underWay.delete(index);
      // What a run that was stopped does not know, the next one finds out by comparing.
      if (status === "unknown" && hooks.signal.aborted) continue;
      tell(id, status, error?.detail);
    }
  } finally {
    hooks.onCalls((await run.summary()).calls);
  }
}

/** A record in the API's form, as `bulk` takes it: the rules of the attributes have checked what its types would. */
function documentOf(record: Sendable, { action, type }: RecordsStep): object {
  const { external_id, attributes, item } = record;
  const id = catalogId(external_id);
  if (action === "delete") return { type, id };
  if (action === "update") return { type, id, attributes };
  const parent = item !== undefined && { item: { data: { type: "catalog-item", id: catalogId(item) } } };
  return { type, attributes: { external_id, ...attributesOfNew(record) }, ...(parent && { relationships: parent }) };
}
