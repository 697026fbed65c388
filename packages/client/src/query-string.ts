/**
 * Query parameters as the API reads them: lists comma-separated (`explode: false`) unless their name is in `repeated`,
 * what is `undefined`, `null` or empty left out.
 */
export function queryString(query: object = {}, repeated: readonly string[] = []): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    const values = (Array.isArray(value) ? value : [value ?? ""]).map(encodeURIComponent);
    for (const text of repeated.includes(name) ? values : [values.join(",")]) {
      if (text) pairs.push(`${name}=${text}`);
    }
  }
  return pairs.join("&");
}
