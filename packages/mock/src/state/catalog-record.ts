import type { Kind } from "./kind.ts";
import type { Sequenced } from "./ordered-index.ts";

export type Attributes = Record<string, unknown>;

/** One item, variant or category as the mock keeps it. Links between items and categories live in the catalog's indexes. */
export interface CatalogRecord extends Sequenced {
  readonly kind: Kind;
  readonly id: string;
  /** As the API names them, `created` and `updated` among them. */
  readonly attributes: Attributes;
  /** The item that a variant belongs to. */
  readonly itemId?: string;
}
