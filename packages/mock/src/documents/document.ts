import { type Kind, typeOf } from "../catalog/kind.ts";

/** What a handler answers, before the fragment's schema cuts it to the revision's form. */
export interface Document {
  data: ResourceObject | readonly ResourceObject[] | readonly ResourceIdentifier[];
  included?: readonly ResourceObject[];
  links: Readonly<Record<string, string | null>>;
}

export interface ResourceIdentifier {
  type: string;
  id: string;
}

export interface ResourceObject extends ResourceIdentifier {
  attributes: Readonly<Record<string, unknown>>;
  relationships: Readonly<Record<string, unknown>>;
  links: { self: string };
}

export interface RecordIdentity {
  kind: Kind;
  id: string;
}

export function identifier({ kind, id }: RecordIdentity): ResourceIdentifier {
  return { type: typeOf(kind), id };
}

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
