import type { Clock } from "../basics/clock.ts";
import type { Transport } from "../policies/policy.ts";
import { windowServer } from "./window-server.ts";

/** Options of {@link jobServer}. */
export interface JobServerOptions {
  clock: Clock;
  burst: number;
  steady: number;
  /** When, before 0, the steady window began; milliseconds. */
  steadyPhase: number;
  /** Milliseconds that a job takes. */
  jobTime: number;
}

/** What a {@link jobServer} has seen. */
export interface JobServer {
  fetch: Transport;
  readonly records: number;
  readonly jobs: number;
  readonly refused: number;
  readonly mostInProgress: number;
}

interface Job {
  created: number;
  records: number;
}

/** Milliseconds each way. */
const way = 20;
const pageSize = 100;

/**
 * The API's job operations as far as a run of bulk needs them, in windows as the API has them: it keeps nothing of a record,
 * so that the memory of a process that holds both is the client's.
 */
export function jobServer({ clock, burst, steady, steadyPhase, jobTime }: JobServerOptions): JobServer {
  const windows = windowServer({ clock, burst, steady, steadyPhase, burstPhase: 0 });
  const jobs: Job[] = [];
  let records = 0;
  let mostInProgress = 0;
  const travel = (): Promise<void> => new Promise((resolve) => clock.after(way, resolve));
  const isDone = ({ created }: Job): boolean => created + jobTime <= clock.now();
  const resource = (id: number) => {
    const { created, records: total_count } = jobs[id] as Job;
    const status = isDone(jobs[id] as Job) ? "complete" : "processing";
    const attributes = {
      status,
      created_at: new Date(created).toISOString(),
      total_count,
      failed_count: 0,
      errors: [],
    };
    return { type: "catalog-category-bulk-create-job", id: String(id), attributes };
  };

  const submit = (body: string, headers: Headers): Response => {
    const { data } = JSON.parse(body) as { data: { attributes: { categories: { data: unknown[] } } } };
    const { length } = data.attributes.categories.data;
    records += length;
    const id = jobs.push({ created: clock.now(), records: length }) - 1;
    let open = 0;
    for (let at = id; at >= 0 && !isDone(jobs[at] as Job); at--) open++;
    mostInProgress = Math.max(mostInProgress, open);
    return Response.json({ data: resource(id) }, { status: 202, headers });
  };

  const list = (url: URL): Response => {
    const filter = url.searchParams.get("filter");
    const ids: number[] = [];
    // No job is ever queued or cancelled.
    if (!filter?.match(/complete|processing/)) return Response.json({ data: [], links: { next: null } });
    const wanted = filter.includes("complete");
    let id = Number(url.searchParams.get("page[cursor]") ?? 0);
    for (; id < jobs.length && ids.length < pageSize; id++) if (isDone(jobs[id] as Job) === wanted) ids.push(id);
    while (id < jobs.length && isDone(jobs[id] as Job) !== wanted) id++;
    const next = new URL(url);
    next.searchParams.set("page[cursor]", String(id));
    return Response.json({ data: ids.map(resource), links: { next: id < jobs.length ? next.href : null } });
  };

  return {
    async fetch(url, init) {
      await travel();
      const answer = init.method === "POST" ? windows.answer() : undefined;
      const response = answer?.ok
        ? submit(init.body as string, answer.headers)
        : (answer ?? list(new URL(url as string)));
      await travel();
      return response;
    },
    get records() {
      return records;
    },
    get jobs() {
      return jobs.length;
    },
    get refused() {
      return windows.served.refused;
    },
    get mostInProgress() {
      return mostInProgress;
    },
  };
}
