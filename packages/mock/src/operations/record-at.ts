import type { CatalogRecord } from "../state/catalog-record.ts";
import type { Kind } from "../state/kind.ts";
import { findRecord } from "../writes/find-record.ts";
import type { Exchange } from "./handler.ts";

/**
 * The record that the path names.
 *
 * @throws {Refusal} 404
 */
export function recordAt({ account, path }: Exchange, kind: Kind): CatalogRecord {
  return findRecord(account.catalog, kind, path.id ?? "");
}
