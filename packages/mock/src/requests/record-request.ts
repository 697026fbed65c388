import type { RecordedRequest } from "./recorded-request.ts";

/** How many requests are remembered. */
const capacity = 10_000;

/** Begins the record of a request, dropping the oldest ones of a long session. */
export function recordRequest(log: RecordedRequest[], request: Request, at: number): RecordedRequest {
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => {
    if (name !== "authorization") headers[name] = value;
  });
  const record: RecordedRequest = { at, method: request.method, url: request.url, headers };
  if (log.push(record) > capacity) log.splice(0, capacity / 2);
  return record;
}
