import type { Catalog } from "../state/catalog.ts";
import type { CatalogRecord } from "../state/catalog-record.ts";
import { type Kind, plural } from "../state/kind.ts";
import { findAll } from "./find-all.ts";
import type { Identifier, ResourceInput } from "./resource-input.ts";

/** What an item and a category may be linked to. */
export const counterpart = { item: "category", category: "item" } as const;

/**
 * The links that a body gives, or nothing when it does not speak of them.
 *
 * @throws {Refusal} 404 at an identifier that names no record
 */
export function givenLinks(
  catalog: Catalog,
  kind: Kind,
  input: ResourceInput,
  pointer: string,
): CatalogRecord[] | undefined {
  if (kind === "variant") return undefined;
  const other = counterpart[kind];
  const data = input.relationships?.[plural[other]]?.data;
  if (data === undefined) return undefined;
  return findAll(catalog, other, data as readonly Identifier[], `${pointer}/relationships/${plural[other]}/data`);
}
