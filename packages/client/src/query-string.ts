/**
 * Query parameters as the API reads them: lists comma-separated (`explode: false`) unless their name is in `repeated`,
 * what is `undefined`, `null` or empty left out.
 */
export function queryString(query: object, repeated: readonly string[] = []): string {
  return Object.entries(query)
    .flatMap(([name, value]) => {
      const values = [value ?? []].flat().map(encodeURIComponent);
      const texts = repeated.includes(name) ? values : [values.join(",")];
      return texts.filter(Boolean).map((text) => `${name}=${text}`);
    })
    .join("&");
}
