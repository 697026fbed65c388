/** The three resources of a catalog. */
export type Kind = "item" | "variant" | "category";

export const kinds: readonly Kind[] = ["item", "variant", "category"];

/** The word that paths, job bodies and relationships use. */
export const plural: Readonly<Record<Kind, string>> = { item: "items", variant: "variants", category: "categories" };

/** The JSON:API type, e.g. `catalog-item`. */
export function typeOf<K extends Kind>(kind: K): `catalog-${K}` {
  return `catalog-${kind}`;
}

export interface ResourceIdParts {
  integration: string;
  catalog: string;
  externalId: string;
}

/** The API's compound id, e.g. `$custom:::$default:::SKU-1`. */
export function resourceId({ integration, catalog, externalId }: ResourceIdParts): string {
  return `${integration}:::${catalog}:::${externalId}`;
}
