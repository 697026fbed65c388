import type { Kind } from "../document/keywords.ts";

/** A node of a YAML document, what it says and what it should say. */
export interface Place {
  node: unknown;
  current: unknown;
  wanted: unknown;
  kind: Kind;
}
