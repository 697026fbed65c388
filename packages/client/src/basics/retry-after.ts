/**
 * How long `Retry-After` asks to wait, in milliseconds; `undefined` when it is absent or unreadable.
 * Seconds and HTTP dates are understood (RFC 9110, 10.2.3); a date that has passed is 0.
 */
export function retryAfter(headers: Headers | undefined, now: number = Date.now()): number | undefined {
  const value = headers?.get("retry-after");
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Math.max(Date.parse(value) - now, 0) : seconds * 1000;
  return wait >= 0 ? wait : undefined;
}
