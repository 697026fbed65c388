import { timestamp } from "../clock/timestamp.ts";
import { OnlyIfRequired } from "../schema/only-if-required.ts";
import type { Catalog } from "../state/catalog.ts";
import type { CatalogRecord } from "../state/catalog-record.ts";
import { plural } from "../state/kind.ts";
import { relatedKinds, relatedRecords } from "../state/related-records.ts";
import type { ResourceObject } from "./document.ts";
import { identifier } from "./identifier.ts";
import { relationshipLinks } from "./relationship-links.ts";
import type { Urls } from "./urls.ts";

export interface ResourceObjectOptions {
  catalog: Catalog;
  urls: Urls;
  /** Send the ids of to-many relationships even where the schema does not insist: a category may have 100,000. */
  linkage: boolean;
}

/** A record as JSON:API shows it, with everything that some revision may want. */
export function resourceObject(record: CatalogRecord, options: ResourceObjectOptions): ResourceObject {
  const { type, id } = identifier(record);
  return {
    type,
    id,
    attributes: { ...record.attributes, created: timestamp(record.created), updated: timestamp(record.updated) },
    relationships: relationships(record, options),
    links: { self: options.urls.resource(type, id) },
  };
}

function relationships(record: CatalogRecord, { catalog, urls, linkage }: ResourceObjectOptions) {
  const owner = identifier(record);
  if (record.itemId !== undefined) {
    const item = identifier({ kind: "item", id: record.itemId });
    return { item: { data: item, links: relationshipLinks(urls, owner, "item") } };
  }
  const entries = relatedKinds[record.kind].map((related) => {
    const name = plural[related];
    const ids = () => Array.from(relatedRecords(catalog, record, related), identifier);
    return [name, { data: linkage ? ids() : new OnlyIfRequired(ids), links: relationshipLinks(urls, owner, name) }];
  });
  return Object.fromEntries(entries);
}
