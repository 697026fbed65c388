/**
 * How long `Retry-After` asks to wait, in milliseconds; `undefined` when it is absent or unreadable.
 * Seconds and HTTP dates are understood (RFC 9110, 10.2.3); a date that has passed is 0.
 */
export function retryAfter(headers: Headers, now: number = Date.now()): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  // Date.parse would read "-1" as a year
  const date = /^[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}
