import * as client from "@org/client";
import { createMock, type Mock } from "@org/mock";
import { sampleCatalog } from "../../operations/reference/sample-catalog.ts";
import { type FrequencyName, frequencies } from "./faults.ts";
import { type PacedClock, type PacedClockOptions, pacedClock } from "./paced-clock.ts";
import { sampleJobs } from "./sample-jobs.ts";
import { setTimer } from "./set-timer.ts";
import { sharedStorage } from "./shared-storage.ts";

/** What watches the calls of a run. */
export interface Watcher {
  hooks: client.ClientOptions;
  /** Told of every request as it goes out, credentials included, and of what the mock plays with it. */
  onSend: (request: SentRequest) => void;
}

export interface SentRequest {
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** The fault that the mock plays with the request, once it has decided. */
  fault: () => string | undefined;
}

/** Jobs take long enough to be watched. */
const pace = { queued: 500, processing: 2_500 };

export interface World {
  readonly clock: PacedClock;
  readonly mock: Mock;
  /** `@org/client`, with a `createClient` whose clients call this world's mock and are watched. */
  clientFor(watcher: Watcher): typeof client;
  /** Lets faults happen from the next request on, and forgets those of before. */
  setFaults(plays: readonly string[], frequency: FrequencyName): void;
  /** Whether the API keeps its limits. The catalog stays as it is. */
  setLimits(limits: boolean): void;
  /** The id of the job that each family begins with, by the path that submits it. */
  readonly jobs: ReadonlyMap<string, string>;
  stop(): void;
}

/**
 * An account of the mock with a small catalog in it, and a job of each family that is done.
 *
 * @param paths of the operations; those that submit bulk jobs are found among them
 */
export async function createWorld(paths: readonly string[], options: PacedClockOptions = {}): Promise<World> {
  const storage = sharedStorage();
  let working = 0;
  let sleeping = 0;
  const clock = pacedClock({ ...options, isBusy: () => working > sleeping });
  const mockClock = {
    ...clock,
    after: (milliseconds: number, callback: () => void) => {
      sleeping++;
      return setTimer(clock, milliseconds, callback, () => sleeping--);
    },
  };
  const start = (limits: boolean): Mock => createMock({ clock: mockClock, storage, limits, pace });
  let mock = start(true);
  const store = client.memoryStore({ clock });

  const transport = (onSend: Watcher["onSend"] = () => {}): client.Transport => {
    return async (url, init) => {
      const { method, headers, body, signal } = init;
      working++;
      try {
        const answer = mock.fetch(url, { method, headers, body: body ?? null, signal: signal ?? null });
        const record = mock.requests.at(-1);
        onSend({ method, url, headers, ...(body && { body }), fault: () => record?.fault });
        return await answer;
      } finally {
        working--;
      }
    };
  };

  await clock.hold(mock.state.load(sampleCatalog));
  const jobs = new Map<string, string>();
  const seeder = client.createClient({ apiKey: "pk_sample", fetch: transport(), clock, rateLimit: false });
  for (const { path, body } of sampleJobs(paths)) {
    const { data } = await client.unwrap(
      seeder.POST(path as "/api/catalog-item-bulk-create-jobs", { body: body as never }),
    );
    jobs.set(path, data.id);
    clock.advance(pace.queued + pace.processing);
  }

  return {
    clock,
    get mock() {
      return mock;
    },
    jobs,
    clientFor: ({ hooks, onSend }) => ({
      ...client,
      createClient: (given = {}) =>
        client.createClient({
          ...given,
          ...hooks,
          clock,
          fetch: transport(onSend),
          rateLimit: given.rateLimit === false ? false : { store, ...given.rateLimit },
        }),
    }),
    setFaults: (plays, frequency) => {
      mock.faults.clear();
      for (const play of plays) mock.faults.add({ ...frequencies[frequency].rule, play: play as "500" });
    },
    setLimits: (limits) => {
      mock = start(limits);
    },
    stop: () => clock.stop(),
  };
}
