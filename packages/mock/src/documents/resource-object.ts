import type { Catalog } from "../catalog/catalog.ts";
import { plural } from "../catalog/kind.ts";
import { relatedKinds, relatedRecords } from "../catalog/linkage.ts";
import type { CatalogRecord } from "../catalog/record-table.ts";
import { OnlyIfRequired } from "../fragment/shape.ts";
import { identifier, type ResourceObject, type ResourceUrls, type Urls } from "./document.ts";

export interface ResourceObjectOptions {
  catalog: Catalog;
  urls: Urls;
  /** Send the ids of to-many relationships even where the schema does not insist: a category may have 100,000. */
  linkage: boolean;
}

/** A record as JSON:API shows it, with everything that some revision may want. */
export function resourceObject(record: CatalogRecord, options: ResourceObjectOptions): ResourceObject {
  const { type, id } = identifier(record);
  const urls = options.urls(type, id);
  const relationships = record.itemId === undefined ? toMany(record, urls, options) : toItem(record.itemId, urls);
  return { type, id, attributes: record.attributes, relationships, links: { self: urls.self } };
}

function toItem(itemId: string, urls: ResourceUrls): ResourceObject["relationships"] {
  return { item: { data: identifier({ kind: "item", id: itemId }), links: urls.relationship("item") } };
}

function toMany(
  record: CatalogRecord,
  urls: ResourceUrls,
  { catalog, linkage }: ResourceObjectOptions,
): ResourceObject["relationships"] {
  const relationships: Record<string, unknown> = {};
  for (const related of relatedKinds[record.kind]) {
    const name = plural[related];
    const ids = () => Array.from(relatedRecords(catalog, record, related), identifier);
    relationships[name] = { data: linkage ? ids() : new OnlyIfRequired(ids), links: urls.relationship(name) };
  }
  return relationships;
}
