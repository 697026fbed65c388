import type { Attributes } from "./record-table.ts";

/** A resource identifier as JSON:API writes it. */
export interface Identifier {
  type: string;
  id: string;
}

/** A resource in a request body, after the fragment's schema has been checked. */
export interface ResourceInput {
  type: string;
  id?: string;
  attributes?: Attributes;
  relationships?: Record<string, { data?: Identifier | readonly Identifier[] } | undefined>;
}
