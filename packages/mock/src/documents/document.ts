import type { Kind } from "../state/kind.ts";

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
