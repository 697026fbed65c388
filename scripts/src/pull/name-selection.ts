import { isDeepStrictEqual } from "node:util";
import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";

/** Whether two documents have operations of the same tags, so that words about the one are true of the other. */
export function haveSameTags(one: OpenApiDocument, other: OpenApiDocument): boolean {
  return isDeepStrictEqual(tagsOf(one), tagsOf(other));
}

/** Title and description of a fragment, in words that are true of whatever tags its operations have. */
export function nameSelection(document: OpenApiDocument): { title: string; description: string } {
  const tags = [...tagsOf(document)].sort();
  const names = new Intl.ListFormat("en").format(tags);
  const under = tags.length === 0 ? "" : ` under the ${tags.length === 1 ? "tag" : "tags"} ${names}`;
  return {
    title: tags.length > 0 && tags.length <= 3 ? `Klaviyo ${names} API` : "Klaviyo API",
    description: `Operations of Klaviyo's API${under}, as far as openapi/fragment.yaml selects them.`,
  };
}

function tagsOf(document: OpenApiDocument): Set<string> {
  const tags = [...listOperations(document)].flatMap(({ operation }): unknown => operation.tags);
  // What is pulled has not been checked yet.
  return new Set(tags.filter((tag) => typeof tag === "string"));
}
