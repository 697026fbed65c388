import type { RecordType } from "./attributes.ts";
import type { Place } from "./place.ts";
import type { Problems } from "./problems.ts";

/** A record whose values have been checked. */
export interface CatalogRecord {
  type: RecordType;
  external_id: string;
  /** Those that the input gives, named as in the API. A record that exists keeps its others. */
  attributes: Readonly<Record<string, unknown>>;
  /** Attributes that only a new record gets, where the input does not give them. */
  defaults?: Readonly<Record<string, unknown>>;
  /** The external id of a variant's item. */
  item?: string;
  /** The external ids of all categories that an item is in. Without it the links of the item stay as they are. */
  categories?: readonly string[];
  /** Whether the record is to go. */
  delete?: true;
}

export interface InputRecord extends CatalogRecord {
  /** Where the record stands in the input, or one of its fields. */
  at: (field?: string) => Place;
  /** Whether another run has left the record over, so that its file is not a whole catalog. */
  leftover: boolean;
  /** The input that it was left over from, if its file says so. */
  source?: string | undefined;
  /** What to do when the same id is there twice, if the input knows. */
  advice?: string | undefined;
}

/**
 * Reads the input from its beginning, one record at a time. It can be called again and again: nobody has to hold all
 * records. A record that has problems comes, too, if it has an id. A signal ends it at once.
 */
export type ReadRecords = (problems: Problems, signal?: AbortSignal) => AsyncIterable<InputRecord>;

/** What a record is created with. */
export function attributesOfNew({ attributes, defaults }: Partial<CatalogRecord>): Readonly<Record<string, unknown>> {
  return { ...defaults, ...attributes };
}

/** A record as lines of NDJSON hold it: what the errors file is made of, and what can be fed back in. */
export function plainRecord({ type, external_id, attributes, item, categories, ...rest }: CatalogRecord): object {
  return {
    type,
    external_id,
    ...attributes,
    ...(item !== undefined && { item }),
    ...(categories && { categories }),
    ...(rest.delete && { delete: true }),
  };
}
