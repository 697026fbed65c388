/**
 * A value of a parameter as it stands in a URL.
 *
 * @throws {TypeError} for half of a character, which no URL can hold
 */
export function encoded(value: unknown, parameter: string): string {
  try {
    return encodeURIComponent(String(value));
  } catch {
    throw new TypeError(`The parameter ${parameter} holds half of a character (a lone surrogate).`);
  }
}
