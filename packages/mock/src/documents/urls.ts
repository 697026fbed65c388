/** Where a resource and its relationships are to be found. */
export interface ResourceUrls {
  self: string;
  relationship(name: string): { self: string; related: string };
}

/** @param type a JSON:API type, e.g. `catalog-item` */
export type Urls = (type: string, id: string) => ResourceUrls;

/** @param slash what paths end in: `/` in the first revisions, nothing later */
export function createUrls(origin: string, slash: string): Urls {
  return (type, id) => {
    const base = `${origin}/api/${collectionOf(type)}/${encodeId(id)}`;
    return {
      self: base + slash,
      relationship: (name) => ({ self: `${base}/relationships/${name}${slash}`, related: `${base}/${name}${slash}` }),
    };
  };
}

function collectionOf(type: string): string {
  return type.endsWith("y") ? `${type.slice(0, -1)}ies` : `${type}s`;
}

/** Ids keep their `$` and `:`, which a path may hold as they are (RFC 3986, section 3.3). */
function encodeId(id: string): string {
  if (/^[\w$:.~-]*$/.test(id)) return id;
  return encodeURIComponent(id).replaceAll("%24", "$").replaceAll("%3A", ":");
}
