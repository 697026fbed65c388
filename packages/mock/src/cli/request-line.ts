import type { RecordedRequest } from "../requests/recorded-request.ts";

/** A request as one line of the log: `12:30:01 GET 200 /api/catalog-items?sort=created (get_catalog_items, 3 ms)`. */
export function requestLine({ at, method, url, status, operationId, duration, fault }: RecordedRequest): string {
  const time = new Date(at).toTimeString().slice(0, 8);
  const { pathname, search } = new URL(url);
  const target = readable(pathname + search);
  const notes = [
    operationId ?? "no operation",
    `${duration ?? 0} ms`,
    ...(fault === undefined ? [] : [`fault: ${fault}`]),
  ];
  return `${time} ${method.padEnd(6)} ${status ?? "---"} ${target} (${notes.join(", ")})`;
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
