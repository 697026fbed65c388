import type { Incoming } from "../http/incoming.ts";
import type { RecordedRequest } from "./recorded-request.ts";

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
