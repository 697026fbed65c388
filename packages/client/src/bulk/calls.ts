import type { ApiErrorItem } from "../answers/api-error.ts";
import type { Result } from "../answers/result.ts";
import { nextCursor } from "../helpers/next-cursor.ts";
import { unwrap } from "../helpers/unwrap.ts";
import { knownPath } from "../operations/known-path.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import { filter } from "../request/filter.ts";
import type { BulkType, JobAction } from "./bulk-record.ts";
import { catalogKinds } from "./catalog-kinds.ts";
import type { Resource } from "./entry.ts";

/** A job, as far as a run reads it. */
export interface Job {
  id: string;
  attributes: {
    status: string;
    created_at: string;
    total_count: number;
    completed_count?: number | null;
    failed_count?: number | null;
    errors?: ApiErrorItem[] | null;
  };
  relationships?: Record<string, { data?: { id: string }[] } | undefined>;
}

/** A page of a list. */
export interface Page<Data> {
  data: Data[];
  /** The cursor of the next page. */
  next: string | undefined;
}

/** A record of the catalog. */
export interface Found {
  id: string;
  attributes: Record<string, unknown>;
}

/** The calls that a run makes. */
export interface Calls {
  /** How many were made. */
  readonly made: number;
  submit(action: JobAction, resources: Resource[], signal: AbortSignal): Promise<Result<{ data: Job }>>;
  /** One page of the jobs with a status. */
  jobs(action: JobAction, status: string, cursor?: string): Promise<Page<Job>>;
  /** One job; when `withIds`, with the ids that it has dealt with wherever the API tells them. */
  job(action: JobAction, id: string, withIds?: boolean): Promise<{ job: Job; ids: string[] | undefined }>;
  /** Those of at most 100 ids that exist, with their external ids alone or with all attributes. */
  find(ids: readonly string[], attributes?: "all"): Promise<Map<string, Found>>;
}

/** Characters of ids in one URL, encoded: servers refuse longer ones. */
const longestIds = 6000;

interface LooseClient {
  GET(path: string, init: object): Promise<Result<LooseDocument>>;
  POST(path: string, init: object): Promise<Result<{ data: Job }>>;
  operations?: OperationTable;
  baseUrl?: string;
}

interface LooseDocument {
  data: unknown;
  included?: { id: string }[];
  links?: { next?: string | null };
}

/** The calls for one type of records, made with any client. */
export function callsOf(client: object, type: BulkType, signal: AbortSignal): Calls {
  const { plural } = catalogKinds[type];
  const { GET, POST, operations, baseUrl } = client as LooseClient;
  let made = 0;
  const known = (path: string): string => {
    const found = knownPath(path, operations);
    if (!found) throw new TypeError(`This client's revision has no ${path}.`);
    return found;
  };
  const jobsPath = (action: JobAction) => `/api/${type}-bulk-${action}-jobs`;
  const get = (path: string, params: object): Promise<LooseDocument> => {
    made++;
    return unwrap(GET(known(path), { params, signal }));
  };
  const list = async <Data>(path: string, query: object, cursor?: string): Promise<Page<Data>> => {
    const page = await get(path, { query: { ...query, "page[cursor]": cursor } });
    return { data: page.data as Data[], next: nextCursor(page, baseUrl) };
  };

  return {
    get made() {
      return made;
    },
    submit(action, resources, signal) {
      made++;
      const data = { type: `${type}-bulk-${action}-job`, attributes: { [plural]: { data: resources } } };
      // What may have been done is not repeated before somebody has looked.
      return POST(known(jobsPath(action)), { body: { data }, signal, retry: { methods: [] } });
    },
    jobs: (action, status, cursor) => list(jobsPath(action), { filter: filter.equals("status", status) }, cursor),
    async job(action, id, withIds) {
      const query = withIds && action !== "delete" ? { include: [plural] } : {};
      const { data, included } = await get(`${jobsPath(action)}/{job_id}`, { path: { job_id: id }, query });
      const job = data as Job;
      return { job, ids: (job.relationships?.[plural]?.data ?? included)?.map(({ id }) => id) };
    },
    async find(ids, attributes) {
      const found = new Map<string, Found>();
      const fields = attributes ? {} : { [`fields[${type}]`]: ["external_id"] };
      for (const part of partsOf(ids)) {
        const query = { filter: filter.any("ids", part), ...fields };
        let cursor: string | undefined;
        do {
          const page: Page<Found> = await list(`/api/catalog-${plural}`, query, cursor);
          for (const one of page.data) found.set(one.id, one);
          cursor = page.next;
        } while (cursor !== undefined);
      }
      return found;
    },
  };
}

/** Ids in as few parts as there can be, of which each fits into a URL. */
function partsOf(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  let room = 0;
  for (const id of ids) {
    const length = encodeURIComponent(`"${id}",`).length;
    if (length > room || !parts.length) {
      parts.push([]);
      room = longestIds;
    }
    parts.at(-1)?.push(id);
    room -= length;
  }
  return parts;
}
