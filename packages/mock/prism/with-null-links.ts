import type { OpenApiDocument } from "./slice.ts";

/**
 * The one known error of the published documents that a tour meets: the API sends `null` for a page that does not
 * exist, the documents say it is a string. `openapi/corrections.yaml` corrects the same.
 */
export function withNullLinks(document: OpenApiDocument): OpenApiDocument {
  const corrected = structuredClone(document);
  const { self: _, ...links } = corrected.components.schemas.CollectionLinks?.properties ?? {};
  for (const link of Object.values(links)) link.nullable = true;
  return corrected;
}
