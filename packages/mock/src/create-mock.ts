import { Accounts } from "./accounts/accounts.ts";
import { firstAccount, type Keys } from "./accounts/callers.ts";
import { restoreAccounts } from "./accounts/restore-accounts.ts";
import { seededRandom } from "./catalog/ids.ts";
import type { MockClock } from "./clock/clock.ts";
import { systemClock } from "./clock/system-clock.ts";
import { current, methods, revisions } from "./generated/revisions.ts";
import { ConnectionReset } from "./http/connection-reset.ts";
import { preflightReply, withCors } from "./http/cors.ts";
import { createDispatch } from "./http/dispatch.ts";
import { createFaults, type FaultRule, type Faults } from "./http/fault-rules.ts";
import type { Answer, Listener, ListenOptions } from "./http/listen.ts";
import { incomingOf } from "./http/request.ts";
import { type RecordedRequest, RequestLog } from "./http/request-log.ts";
import { defaultPace, type Pace } from "./jobs/job.ts";
import { createState, type State } from "./state/state.ts";
import { PendingChanges } from "./storage/pending-changes.ts";
import type { Storage } from "./storage/storage.ts";

/** A revision that this mock knows. */
export type Revision = keyof typeof revisions;

export interface MockOptions {
  /** The newest revision that exists for this mock; later ones are refused, earlier ones served. @default the current one */
  revision?: Revision;
  /** The keys it accepts. @default any well-formed key, all of one account with every scope */
  keys?: Keys;
  /** How long jobs take, in milliseconds. @default 200 queued, 800 processing */
  pace?: Partial<Pace>;
  /** Whether requests count against the operations' rate limits. @default true */
  limits?: boolean;
  /** Give the same one to the client, and both live in one time. @default systemClock() */
  clock?: MockClock;
  /** What goes wrong; can be changed later through `mock.faults`. @default nothing */
  faults?: readonly FaultRule[];
  /** Keeps the state, e.g. in a file by `openDatabase()` of `@org/mock/node`. @default memory only */
  storage?: Storage;
  /** Called with every request once it is answered; what it throws is reported on the console. */
  onRequest?: (request: RecordedRequest) => void;
  /** Whether `mock.requests` remembers requests; a server that runs for long does without. @default true */
  requestLog?: boolean;
  /**
   * Whether an operation that the mock has no behaviour for is refused with 501, instead of answered with an example
   * made from its schema (header `x-mock-answer: sampled`).
   *
   * @default false
   */
  strict?: boolean;
  /** Fixes faults and, in a mock without a `storage`, the ids of jobs and errors. @default 1 */
  seed?: number;
}

export interface Mock {
  /** Answers a request in process. Relative URLs are taken to be on the API's host. */
  fetch(input: Request | string | URL, init?: RequestInit): Promise<Response>;
  /** Serves the same state over HTTP; needs Node, Deno or Bun. */
  listen(options?: ListenOptions): Promise<Listener>;
  /** What the default account holds: the first of `keys`, or the only one there is. `state.account(name)` for others. */
  readonly state: State;
  readonly clock: MockClock;
  /** What goes wrong from now on. A single request can ask for faults itself, with the header `x-mock-fault`. */
  readonly faults: Faults;
  /** The last requests, oldest first; at least 5,000 of them, with the latest 16 MB of bodies. */
  readonly requests: RecordedRequest[];
}

const host = "https://a.klaviyo.com";

/**
 * A Klaviyo Catalogs API in memory: state, jobs, filters, cursors and rate limits, driven by the API's own document.
 *
 * @example
 * ```ts
 * import { createMock } from "@org/mock";
 *
 * const mock = createMock({ pace: { queued: 0, processing: 0 } });
 * const response = await mock.fetch("/api/catalog-items", {
 *   headers: { authorization: "Klaviyo-API-Key pk_test", revision: "2026-07-15" },
 * });
 * console.log(response.status); // 200
 * ```
 */
export function createMock(options: MockOptions = {}): Mock {
  return assembleMock(options).mock;
}

/** A mock, and what answers its requests, for whoever listens already. */
export function assembleMock(options: MockOptions): { mock: Mock; answer: Answer } {
  const { revision = current, keys, pace, clock = systemClock(), seed = 1, onRequest } = options;
  const { limits = true, strict = false, requestLog = true } = options;
  if (!Object.hasOwn(revisions, revision)) {
    throw new RangeError(`revision '${revision}' is not one of this mock's: ${Object.keys(revisions).join(", ")}`);
  }
  const served = (Object.keys(revisions) as Revision[]).filter((known) => known <= revision);
  const known = new Map(served.flatMap((one) => Object.entries(methods[one])));
  const faults = createFaults(options.faults ?? [], known, seededRandom(seed + 1));
  // What a storage has kept of earlier runs may be gone from the state, but not from the programs that have seen it.
  const random = options.storage ? Math.random : seededRandom(seed);
  const changes = new PendingChanges(options.storage);
  const accounts = new Accounts({ changes, pace: { ...defaultPace, ...pace }, random });
  if (options.storage) restoreAccounts(accounts, options.storage);
  const loaders = Object.fromEntries(served.map((one) => [one, revisions[one]]));
  const log = new RequestLog(requestLog);
  const service = { accounts, changes, clock, random, faults, limits, log, strict, ...(keys && { keys }) };
  const dispatch = createDispatch(loaders, service);
  const loadFragment = async () => (await revisions[revision]()).fragment;

  const answer: Answer = async (request) => {
    const preflight = preflightReply(request);
    if (preflight) return preflight;
    const record = log.begin(request, clock.now());
    try {
      const reply = await dispatch(request, record);
      record.status = reply.status;
      return withCors(reply, request.headers.origin);
    } finally {
      record.duration = clock.now() - record.at;
      if (onRequest) tell(onRequest, record);
    }
  };

  const mock: Mock = {
    fetch: (input, init) => inProcess(answer, toRequest(input, init)),
    listen: async (listenOptions) => {
      const { listen } = await import("./http/listen.ts");
      return listen(answer, listenOptions);
    },
    state: createState({ accounts, changes, clock, loadFragment }, firstAccount(keys)),
    clock,
    faults,
    requests: log.requests,
  };
  return { mock, answer };
}

/** What a user's listener throws, at once or later, is the user's to read and no reason to end. */
async function tell(onRequest: (request: RecordedRequest) => unknown, record: RecordedRequest): Promise<void> {
  try {
    await onRequest(record);
  } catch (error) {
    console.error("@org/mock: onRequest has thrown", error);
  }
}

/** A connection that is reset looks as it does with a real `fetch`. */
async function inProcess(answer: Answer, request: Request): Promise<Response> {
  request.signal.throwIfAborted();
  try {
    const { body, ...init } = await answer(incomingOf(request));
    return new Response(body, init);
  } catch (error) {
    throw error instanceof ConnectionReset ? new TypeError("fetch failed", { cause: error }) : error;
  }
}

function toRequest(input: Request | string | URL, init?: RequestInit): Request {
  return new Request(typeof input === "string" ? new URL(input, host) : input, init);
}
