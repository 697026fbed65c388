import { encoded } from "./encoded.ts";

/**
 * Query parameters as the API reads them: lists comma-separated (`explode: false`) unless their name is in `repeated`,
 * what is `undefined`, `null` or empty left out, elements of lists too.
 */
export function queryString(query: object = {}, repeated?: readonly string[]): string {
  let search = "";
  for (const [name, value] of Object.entries(query)) {
    const separator = repeated?.includes(name) ? `&${name}=` : ",";
    let list = "";
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) list += (list && separator) + encoded(one, name);
    }
    if (list) search += `${search && "&"}${name}=${list}`;
  }
  return search;
}
