import { createMock, type Mock, type MockOptions, type VirtualClock, virtualClock } from "@org/mock";
import type { BulkOutcome } from "../bulk/records/bulk-outcome.ts";
import type { ClientOptions } from "../client/client-options.ts";
import { type Client, createClient } from "../generated/2026-07-15.ts";

/** A client and a mock that live in one virtual time. */
export interface BulkWorld {
  clock: VirtualClock;
  mock: Mock;
  klaviyo: Client;
  /** Calls that the mock has had, by method and a part of the path. */
  calls(method: string, path?: string): number;
}

/** Makes a {@link BulkWorld}. */
export function bulkWorld(mockOptions: MockOptions = {}, clientOptions: ClientOptions = {}): BulkWorld {
  const clock = virtualClock();
  const mock = createMock({ clock, ...mockOptions });
  const klaviyo = createClient({ apiKey: "pk_test", fetch: mock.fetch, clock, ...clientOptions });
  const calls = (method: string, path = "") =>
    mock.requests.filter((request) => request.method === method && request.url.includes(path)).length;
  return { clock, mock, klaviyo, calls };
}

/** All outcomes of a run. */
export async function outcomesOf<Given>(run: AsyncIterable<BulkOutcome<Given>>): Promise<BulkOutcome<Given>[]> {
  const outcomes: BulkOutcome<Given>[] = [];
  for await (const outcome of run) outcomes.push(outcome);
  return outcomes;
}

/** A category of your own catalog. */
export interface OwnCategory {
  external_id: string;
  name: string;
}

/** That many categories, `C0` and so on. */
export function ownCategories(count: number): OwnCategory[] {
  return Array.from({ length: count }, (_, index) => ({ external_id: `C${index}`, name: `Category ${index}` }));
}
