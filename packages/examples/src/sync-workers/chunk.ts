import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** What a worker takes at a time: records of one type. */
export interface Chunk {
  type: RecordType;
  records: CatalogRecord[];
}

export type RecordType = "catalog-category" | "catalog-item" | "catalog-variant";

/** A line of NDJSON: attributes named as in the API, a variant's item and an item's categories by external id. */
export interface CatalogRecord {
  type: RecordType;
  external_id: string;
  item?: string;
  categories?: string[];
}

/** A line that has to be mended; its message says where it is. */
export class LineError extends Error {
  override readonly name = "LineError";
}

/**
 * Reads NDJSON as chunks. Records of one type stand together, parents first: a chunk never has two types.
 *
 * @param size how many records a chunk has at most. A thousand are ten bulk jobs, which are followed with the calls that
 *   one would take; chunks of a hundred would spend the limit on asking.
 * @throws {LineError} with the place of a line that is no record
 */
export async function* chunksOf(file: string, size = 1_000): AsyncGenerator<Chunk> {
  let chunk: Chunk | undefined;
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === "") continue;
    const record = recordOf(line, `${file}:${number}`);
    if (chunk && (chunk.type !== record.type || chunk.records.length === size)) {
      yield chunk;
      chunk = undefined;
    }
    chunk ??= { type: record.type, records: [] };
    chunk.records.push(record);
  }
  if (chunk) yield chunk;
}

function recordOf(line: string, place: string): CatalogRecord {
  try {
    const record = JSON.parse(line) as CatalogRecord;
    if (/^catalog-(category|item|variant)$/.test(record.type) && typeof record.external_id === "string") return record;
  } catch {
    // It is refused like a record of another shape.
  }
  throw new LineError(`${place} is no record; expected {"type": "catalog-item", "external_id": "…", …}`);
}
