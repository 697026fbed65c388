import type { Query } from "../query/query.ts";

interface Resource {
  type?: string;
  attributes?: Record<string, unknown>;
}

/** Leaves only the attributes that `fields[<type>]` asks for; relationships and links are not subject to it. */
export function applyFieldsets(document: unknown, fields: Query["fields"]): void {
  if (fields.size === 0) return;
  const { data, included } = document as { data?: Resource | Resource[]; included?: Resource[] };
  for (const resource of [data ?? [], included ?? []].flat()) {
    const wanted = fields.get(resource.type ?? "");
    if (wanted === undefined || resource.attributes === undefined) continue;
    for (const name of Object.keys(resource.attributes)) if (!wanted.has(name)) delete resource.attributes[name];
  }
}
