/**
 * Query parameters as the API reads them: lists comma-separated (`explode: false`) unless their name is in `repeated`,
 * what is `undefined`, `null` or empty left out.
 */
export function queryString(query: object, repeated: readonly string[] = []): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    const values = (Array.isArray(value) ? value : [value]).map((part) => encodeURIComponent(String(part)));
    if (repeated.includes(name)) pairs.push(...values.map((part) => `${name}=${part}`));
    else if (values.length) pairs.push(`${name}=${values.join(",")}`);
  }
  return pairs.join("&");
}
