import type { RecordedRequest } from "../http/request-log.ts";

/** A request as one line of the log: `12:30:01 GET 200 /api/catalog-items?sort=created (get_catalog_items, 3 ms)`. */
export function requestLine({
  at,
  method,
  url,
  status,
  operationId,
  duration,
  fault,
  sampled,
}: RecordedRequest): string {
  const time = new Date(at).toTimeString().slice(0, 8);
  const notes = [
    operationId ?? "no operation",
    `${duration ?? 0} ms`,
    ...(fault === undefined ? [] : [`fault: ${fault}`]),
    ...(sampled ? ["not simulated: an example from the schema"] : []),
  ];
  return `${time} ${method.padEnd(6)} ${status ?? "---"} ${readable(url)} (${notes.join(", ")})`;
}

/** Path and query as a person writes them; control characters stay encoded, so that a request is one line. */
function readable(url: string): string {
  const target = URL.canParse(url) ? url.slice(new URL(url).origin.length) : url;
  try {
    const text = decodeURIComponent(target);
    return /\p{Cc}/u.test(text) ? target : text;
  } catch {
    return target;
  }
}
