/** Texts with a separator in between; what is missing or empty is left out. */
export function joined(separator: string, ...parts: (string | number | undefined)[]): string {
  return parts.filter(Boolean).join(separator);
}
