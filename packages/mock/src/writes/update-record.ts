import type { Catalog } from "../state/catalog.ts";
import type { CatalogRecord } from "../state/catalog-record.ts";
import { checkAttributes } from "./check-attributes.ts";
import { givenLinks } from "./given-links.ts";
import type { ResourceInput } from "./resource-input.ts";
import { replaceLinks } from "./write-links.ts";

/**
 * Changes the attributes that the body at `pointer` gives, and its links as a whole where it gives any.
 *
 * @throws {Refusal} 400 for a bad value, 404 for a missing link
 */
export function updateRecord(catalog: Catalog, record: CatalogRecord, input: ResourceInput, pointer: string): void {
  const attributes = input.attributes ?? {};
  checkAttributes(attributes, pointer);
  const links = givenLinks(catalog, record.kind, input, pointer);
  catalog.update(record, attributes);
  if (links) replaceLinks(catalog, record, links);
}
