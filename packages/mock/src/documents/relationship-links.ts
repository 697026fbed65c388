import type { ResourceIdentifier } from "./document.ts";
import type { Urls } from "./urls.ts";

interface RelationshipLinks {
  self: string;
  related: string;
}

/** The links of one relationship of a resource. */
export function relationshipLinks(urls: Urls, { type, id }: ResourceIdentifier, name: string): RelationshipLinks {
  return { self: urls.linkage(type, id, name), related: urls.related(type, id, name) };
}
