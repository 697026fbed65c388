/** Where things are to be found, in the form of the revision being served. */
export interface Urls {
  /** @param type a JSON:API type, e.g. `catalog-item` */
  resource(type: string, id: string): string;
  related(type: string, id: string, relationship: string): string;
  linkage(type: string, id: string, relationship: string): string;
}

/** @param slash what paths end in: `/` in the first revisions, nothing later */
export function createUrls(origin: string, slash: string): Urls {
  const base = (type: string, id: string) => `${origin}/api/${collectionOf(type)}/${encodeId(id)}`;
  return {
    resource: (type, id) => `${base(type, id)}${slash}`,
    related: (type, id, relationship) => `${base(type, id)}/${relationship}${slash}`,
    linkage: (type, id, relationship) => `${base(type, id)}/relationships/${relationship}${slash}`,
  };
}

function collectionOf(type: string): string {
  return type.endsWith("y") ? `${type.slice(0, -1)}ies` : `${type}s`;
}

/** Ids keep their `$` and `:`, which a path may hold as they are (RFC 3986, section 3.3). */
function encodeId(id: string): string {
  return encodeURIComponent(id).replaceAll("%24", "$").replaceAll("%3A", ":");
}
