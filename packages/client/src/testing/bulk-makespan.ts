import { bulk } from "../bulk/bulk.ts";
import type { Checkpoint } from "../checkpoint/checkpoint.ts";
import { createClient } from "../generated/2026-07-15.ts";
import { type JobServer, jobServer } from "./job-server.ts";
import { lowerBound } from "./lower-bound.ts";
import { virtualClock } from "./virtual-clock.ts";

/** Options of {@link bulkMakespan}. */
export interface BulkMakespanOptions {
  records: number;
  checkpoint?: Checkpoint;
  /** Told of every outcome, by how many there were. */
  onOutcome?: (outcomes: number) => void;
}

/** How a run of bulk did. */
export interface BulkMakespan {
  server: JobServer;
  done: number;
  /** Milliseconds. */
  took: number;
  /** `took` against the least that the limits allow. */
  ratio: number;
}

const limits = { burst: 75, steady: 750, steadyPhase: 17_000 };
const jobTime = 1000;

/** Creates that many records by bulk on a virtual clock, against a server that keeps nothing of them. */
export async function bulkMakespan({ records, checkpoint, onOutcome }: BulkMakespanOptions): Promise<BulkMakespan> {
  const clock = virtualClock();
  const server = jobServer({ clock, jobTime, ...limits });
  const klaviyo = createClient({ apiKey: "pk_test", fetch: server.fetch, clock });
  let done = 0;
  const consume = async (): Promise<void> => {
    for await (const { status } of bulk(klaviyo, "create", "catalog-category", shop(records), { checkpoint })) {
      if (status === "done") done++;
      onOutcome?.(done);
    }
  };
  await clock.run(consume());
  const least = lowerBound(Math.ceil(records / 100), { ...limits, ways: () => ({ there: 20, back: 20 }) }) + jobTime;
  return { server, done, took: clock.now(), ratio: clock.now() / least };
}

function* shop(count: number): Generator<{ external_id: string; name: string }> {
  for (let number = 0; number < count; number++) {
    yield { external_id: `category-${number}`, name: `Category number ${number} of a large shop` };
  }
}
