import type { Catalog } from "../state/catalog.ts";
import { plural } from "../state/kind.ts";
import { createRecord } from "../writes/create-record.ts";
import { findRecord } from "../writes/find-record.ts";
import { updateRecord } from "../writes/update-record.ts";
import type { Job } from "./job.ts";

/**
 * Does the work of one record of a job and returns the id it concerned.
 *
 * @throws {Refusal} with a pointer into the request body that submitted the job
 */
export function applyRecord(catalog: Catalog, { kind, action, records }: Job, index: number): string {
  const input = records[index];
  if (input === undefined) throw new RangeError(`the job has no record ${index}`);
  const pointer = `/data/attributes/${plural[kind]}/data/${index}`;
  if (action === "create") return createRecord(catalog, kind, input, pointer).id;
  const record = findRecord(catalog, kind, String(input.id), `${pointer}/id`);
  if (action === "update") updateRecord(catalog, record, input, pointer);
  else catalog.delete(record);
  return record.id;
}
