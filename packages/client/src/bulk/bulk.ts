import { held, systemClock } from "../basics/clock.ts";
import type { AnyApi } from "../call-types/api.ts";
import type { AndMore, Call } from "../client/client.ts";
import type { OperationTable } from "../operations/operation-table.ts";
import type { BulkOutcome, BulkSummary } from "./records/bulk-outcome.ts";
import type { BulkAction, BulkRecord, BulkSource, BulkType, KnownAttributes } from "./records/bulk-record.ts";
import { catalogKinds } from "./records/catalog-kinds.ts";
import type { BulkOptions } from "./run/bulk-options.ts";
import { checkInput } from "./run/check-input.ts";
import type { Run } from "./run/run.ts";

/** What {@link bulk} needs of a client. */
export interface BulkClient<Api extends AnyApi> {
  readonly GET: Call<Api, "GET">;
  readonly POST: Call<Api, "POST">;
  /** Where the paths stand. Without it they are taken to have no slash at their end, as in new revisions. */
  readonly operations?: OperationTable | undefined;
  /** Links to next pages may name this origin, besides the API's own. @default "https://a.klaviyo.com" */
  readonly baseUrl?: string | undefined;
}

type Outcomes<Given> = AsyncGenerator<BulkOutcome<Given>, void, void>;

/** A run of {@link bulk}. It begins when it is iterated, or asked for its summary; it can be iterated once. */
export interface BulkRun<Given> extends AsyncIterable<BulkOutcome<Given>> {
  /**
   * Counts and errors of the whole run. If nobody iterates the run, this carries it out, and rejects with what ends it
   * early; otherwise it waits for its end.
   */
  summary(): Promise<BulkSummary>;
}

/**
 * Creates, updates, deletes or upserts any number of records by bulk jobs, as fast as the rate limits allow, and yields
 * what has become of each. What fails, fails alone: an outcome is no exception.
 *
 * @param client a client, or just its `GET` and `POST`
 * @param records any iterable, async iterable or stream; read with back-pressure
 * @throws {TypeError} for an action, a type, records or options that are none
 * @throws while it is iterated, after the outcomes of what was read: what the source throws; an {@link ApiError} that no
 *   record is to blame for, such as a missing scope; whatever the signal aborts with
 * @example
 * ```ts
 * import { bulk, createClient } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * const categories = [{ external_id: "shirts", name: "Shirts" }];
 * for await (const { record, status, error } of bulk(klaviyo, "upsert", "catalog-category", categories)) {
 *   if (status !== "done") console.error(record.external_id, error?.detail);
 * }
 * ```
 */
export function bulk<
  Api extends AnyApi,
  Action extends BulkAction,
  Type extends BulkType,
  Given extends BulkRecord<Api, Action, Type>,
>(
  client: AndMore<BulkClient<Api>>,
  action: Action,
  type: Type,
  records: BulkSource<Given & NoInfer<KnownAttributes<Given, BulkRecord<Api, Action, Type>, Action>>>,
  options: BulkOptions = {},
): BulkRun<Given> {
  if (!["create", "update", "delete", "upsert"].includes(action)) throw new TypeError(`bulk has no action ${action}.`);
  if (!Object.hasOwn(catalogKinds, type)) throw new TypeError(`There are no bulk jobs for ${type}.`);
  checkInput(records, options);
  const { clock = (client as BulkOptions).clock ?? systemClock } = options;
  let run: Run | undefined;
  let ended: Promise<void> | undefined;

  const begin = async (): Promise<Outcomes<Given>> => {
    if (ended) throw new TypeError("A run of bulk can be iterated once.");
    let end = (): void => {};
    ended = new Promise((resolve) => {
      end = resolve;
    });
    try {
      // A bundler puts what a run is made of into a file of its own, which is loaded when there is a run.
      const { createRun } = await held(clock, import("./run/run.ts"));
      run = createRun({ client, action, type, source: records, options, clock, onEnd: end });
      return run.outcomes() as Outcomes<Given>;
    } catch (error) {
      end();
      throw error;
    }
  };

  /** An iterator by hand: a generator around the run's own would make several more promises for each record. */
  const iterate = (): AsyncIterator<BulkOutcome<Given>, void> => {
    let outcomes: Outcomes<Given> | undefined;
    let beginning: Promise<Outcomes<Given>> | undefined;
    return {
      next() {
        if (outcomes) return outcomes.next();
        beginning ??= begin();
        return beginning.then((begun) => {
          outcomes = begun;
          return begun.next();
        });
      },
      async return() {
        await (await beginning)?.return();
        return { done: true, value: undefined };
      },
    };
  };

  return {
    [Symbol.asyncIterator]: iterate,
    async summary() {
      if (ended) await ended;
      else for await (const _ of { [Symbol.asyncIterator]: iterate });
      return (run as Run).summary();
    },
  };
}
