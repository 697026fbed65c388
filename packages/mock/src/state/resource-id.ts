export interface ResourceIdParts {
  integration: string;
  catalog: string;
  externalId: string;
}

/** The API's compound id, e.g. `$custom:::$default:::SKU-1`. */
export function resourceId({ integration, catalog, externalId }: ResourceIdParts): string {
  return `${integration}:::${catalog}:::${externalId}`;
}
