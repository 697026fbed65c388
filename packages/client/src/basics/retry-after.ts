import { headerNumber } from "./header-number.ts";

const year = 31_536_000_000;

/**
 * How long `Retry-After` asks to wait, in milliseconds; `undefined` when it is absent or cannot be read. It may hold
 * seconds or an HTTP date (RFC 9110, 10.2.3); a date that has passed is 0. More than a year is not meant as a wait, such
 * as seconds since 1970.
 */
export function retryAfter(headers: Pick<Headers, "get"> | undefined, now: number = Date.now()): number | undefined {
  const seconds = headerNumber(headers, "retry-after");
  const wait = seconds === undefined ? untilDate(String(headers?.get("retry-after")), now) : seconds * 1000;
  return wait <= year ? wait : undefined;
}

function untilDate(value: string, now: number): number {
  const isHttpDate = /^[A-Z][a-z]+, \d\d[ -][A-Z][a-z]{2}[ -](\d\d)?\d\d \d\d:\d\d:\d\d GMT$/.test(value);
  return isHttpDate ? Math.max(Date.parse(value) - now, 0) : Number.NaN;
}
