import { getOrMake } from "../basics/get-or-make.ts";

/** What names a resource. */
export interface ResourceIdentifier {
  type: string;
  id: string;
}

interface WithIncluded {
  data: unknown;
  included?: readonly ResourceIdentifier[] | undefined;
}

interface Related {
  relationships?: object | undefined;
}

type RelationshipsOf<Resource extends Related> = NonNullable<Resource["relationships"]>;

type LinkageOf<Relationship> =
  NonNullable<Relationship> extends { data?: infer Linkage } ? NonNullable<Linkage> : never;

type IncludedOf<Compound> = Compound extends { included?: readonly (infer Resource)[] } ? Resource : never;

type Resolved<Compound, Linkage> = Linkage extends readonly { type: infer Type }[]
  ? (Extract<IncludedOf<Compound>, { type: Type }> | undefined)[]
  : Linkage extends { type: infer Type }
    ? Extract<IncludedOf<Compound>, { type: Type }>
    : never;

const indexes = new WeakMap<readonly ResourceIdentifier[], Map<string, ResourceIdentifier>>();

/**
 * The included resources behind a relationship: one, or a list in the relationship's order. What is not included is
 * `undefined`, and so is a relationship of which the answer says nothing.
 *
 * @example
 * ```ts
 * import { createClient, related, unwrap } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * const document = await unwrap(klaviyo.GET("/api/catalog-items", { params: { query: { include: ["variants"] } } }));
 * for (const item of document.data) {
 *   console.log(related(document, item, "variants")?.map((variant) => variant?.attributes.sku));
 * }
 * ```
 */
export function related<
  Compound extends WithIncluded,
  Resource extends Related,
  Name extends keyof RelationshipsOf<Resource>,
>(
  document: Compound,
  resource: Resource,
  name: Name,
): Resolved<Compound, LinkageOf<RelationshipsOf<Resource>[Name]>> | undefined {
  const relationships = resource.relationships as Record<PropertyKey, { data?: unknown } | undefined> | undefined;
  const linkage = relationships?.[name]?.data as ResourceIdentifier | ResourceIdentifier[] | null | undefined;
  const find = (one: ResourceIdentifier): unknown => indexOf(document.included ?? []).get(keyOf(one));
  if (!linkage) return undefined;
  return (Array.isArray(linkage) ? linkage.map(find) : find(linkage)) as never;
}

function indexOf(included: readonly ResourceIdentifier[]): Map<string, ResourceIdentifier> {
  return getOrMake(indexes, included, () => new Map(included.map((resource) => [keyOf(resource), resource])));
}

function keyOf({ type, id }: ResourceIdentifier): string {
  return `${type} ${id}`;
}
