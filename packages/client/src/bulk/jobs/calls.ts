import type { ApiErrorItem } from "../../answers/api-error.ts";
import type { Result } from "../../answers/result.ts";
import type { Clock } from "../../basics/clock.ts";
import { nextCursor } from "../../helpers/next-cursor.ts";
import { unwrap } from "../../helpers/unwrap.ts";
import { knownPath } from "../../operations/known-path.ts";
import type { OperationTable } from "../../operations/operation-table.ts";
import { filter } from "../../request/filter.ts";
import type { BulkType, JobAction } from "../records/bulk-record.ts";
import { catalogKinds } from "../records/catalog-kinds.ts";
import type { Resource } from "../records/chunk.ts";
import { persist } from "./persist.ts";

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
  submit(action: JobAction, resources: Resource[], sending: Sending): Promise<Result<{ data: Job }>>;
  /** One page of the jobs with a status. */
  jobs(action: JobAction, status: string, cursor?: string): Promise<Page<Job>>;
  job(action: JobAction, id: string): Promise<Job>;
  /** The ids that a job has dealt with; none where the API does not tell, as older revisions of deletions. */
  idsOf(action: JobAction, job: Job): Promise<string[]>;
  /** Those of at most 100 ids that exist, with their external ids alone or with all attributes. */
  find(ids: readonly string[], attributes?: "all"): Promise<Map<string, Found>>;
}

/** What a submission is told, and tells. */
export interface Sending {
  signal: AbortSignal;
  /** Called when the request goes to the transport: before that, nothing can have been done. */
  onSend(): void;
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

/** The calls for one type of records, made with any client; `signal` ends those that read. */
export function callsOf(client: object, type: BulkType, clock: Clock, signal: AbortSignal): Calls {
  const { plural } = catalogKinds[type];
  const { GET, POST, operations, baseUrl } = client as LooseClient;
  let made = 0;
  const known = (path: string): string => {
    const found = knownPath(path, operations);
    if (!found) throw new TypeError(`This client's revision has no ${path}.`);
    return found;
  };
  const jobsPath = (action: JobAction) => `/api/${type}-bulk-${action}-jobs`;
  const get = (path: string, params: object): Promise<LooseDocument> =>
    persist(
      () => {
        made++;
        return unwrap(GET(known(path), { params, signal }));
      },
      clock,
      signal,
    );
  const list = async <Data>(path: string, query: object, cursor?: string): Promise<Page<Data>> => {
    const page = await get(path, { query: { ...query, "page[cursor]": cursor } });
    return { data: page.data as Data[], next: nextCursor(page, baseUrl) };
  };
  const jobAt = (action: JobAction, id: string, query = {}): Promise<LooseDocument> =>
    get(`${jobsPath(action)}/{job_id}`, { path: { job_id: id }, query });

  return {
    get made() {
      return made;
    },
    submit(action, resources, sending) {
      made++;
      const data = { type: `${type}-bulk-${action}-job`, attributes: { [plural]: { data: resources } } };
      // What may have been done is not repeated before somebody has looked.
      return POST(known(jobsPath(action)), { body: { data }, ...sending, retry: { methods: [] } });
    },
    jobs: (action, status, cursor) => list(jobsPath(action), { filter: filter.equals("status", status) }, cursor),
    job: async (action, id) => (await jobAt(action, id)).data as Job,
    async idsOf(action, { id, relationships }) {
      const told = relationships?.[plural]?.data;
      if (told || action === "delete") return idsIn(told);
      return idsIn((await jobAt(action, id, { include: [plural] })).included);
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

function idsIn(resources: { id: string }[] = []): string[] {
  return resources.map(({ id }) => id);
}

/** Ids in as few parts as there can be, of which each fits into a URL. */
function partsOf(ids: readonly string[]): string[][] {
  const parts: string[][] = [];
  let part: string[] = [];
  let room = 0;
  for (const id of ids) {
    const length = encodeURIComponent(`"${id}",`).length;
    if (length > room) {
      part = [];
      parts.push(part);
      room = longestIds;
    }
    part.push(id);
    room -= length;
  }
  return parts;
}
