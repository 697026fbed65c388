/**
 * The number that a header holds; `undefined` when it holds anything but one decimal number: nothing, a word, a
 * negative number, `Infinity`, or the values of two headers, joined by a comma.
 */
export function headerNumber(headers: Pick<Headers, "get"> | undefined, name: string): number | undefined {
  const value = headers?.get(name)?.trim() ?? "";
  return /^\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : undefined;
}
