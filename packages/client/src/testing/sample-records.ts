/** How much a record holds: every attribute, or what is required. */
export type Amount = "everything" | "little";

/** The kinds of resources, and their plurals as paths and bodies have them. */
export const kinds = { item: "items", variant: "variants", category: "categories" } as const;
export type Kind = keyof typeof kinds;

export type Action = "create" | "update" | "delete";

/** The id of a record with this external id. */
export function idOf(name: string): string {
  return `$custom:::$default:::${name}`;
}

/** The body of a request that creates, updates or deletes a record. */
export function recordOf(kind: Kind, action: Action, name: string, amount: Amount): object {
  const type = `catalog-${kind}`;
  if (action === "delete") return { type, id: idOf(name) };
  const title = kind === "category" ? { name } : { title: name };
  if (action === "update") return { type, id: idOf(name), attributes: title };
  if (kind === "category") return { type, attributes: { external_id: name, ...title } };
  const url = "https://shop.example";
  const images = { image_full_url: url, image_thumbnail_url: url, images: [url] };
  const product = {
    external_id: name,
    ...title,
    description: name,
    url,
    ...(amount === "everything" && { ...images, price: 1, published: true, custom_metadata: { size: "L" } }),
  };
  if (kind === "item") {
    return {
      type,
      attributes: product,
      relationships: { categories: { data: [{ type: "catalog-category", id: idOf("C") }] } },
    };
  }
  const item = idOf(amount === "everything" ? "I" : "parent");
  return {
    type,
    attributes: { inventory_policy: 1, ...product, sku: name, inventory_quantity: 1, price: 1 },
    relationships: { item: { data: { type: "catalog-item", id: item } } },
  };
}

/** The body of a request that submits a job. */
export function jobOf(kind: Kind, action: Action, names: readonly string[], amount: Amount): object {
  const records = { data: names.map((name) => recordOf(kind, action, name, amount)) };
  return { data: { type: `catalog-${kind}-bulk-${action}-job`, attributes: { [kinds[kind]]: records } } };
}
