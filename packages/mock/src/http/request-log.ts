import type { Incoming } from "./request.ts";

/** What the mock remembers of a request. */
export interface RecordedRequest {
  /** When it arrived, in milliseconds since the epoch. */
  at: number;
  method: string;
  url: string;
  /** Names are lower case. The value of `authorization` is left out. */
  headers: Readonly<Record<string, string>>;
  revision?: string;
  operationId?: string;
  account?: string;
  /** The JSON body, once it has been read and found valid. */
  body?: unknown;
  /** The fault that was played, e.g. `reset-after`. */
  fault?: string;
  /** The status answered; missing while the request is under way and after a connection reset. */
  status?: number;
  /** Milliseconds from arrival to answer. */
  duration?: number;
}

/** How many requests are remembered. */
const capacity = 10_000;

/** Begins the record of a request, dropping the oldest ones in the long run. */
export function recordRequest(log: RecordedRequest[], request: Incoming, at: number): RecordedRequest {
  const { method, url, headers: all } = request;
  const record: RecordedRequest = {
    at,
    method,
    url,
    // Few are ever looked at, and reading them all is a good part of what an answer costs.
    get headers() {
      const { authorization, ...headers } = all;
      return headers as RecordedRequest["headers"];
    },
  };
  if (log.push(record) > capacity) log.splice(0, capacity / 2);
  return record;
}
