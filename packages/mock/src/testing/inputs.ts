/** Bodies that the API accepts, by the external id that they should have. */
export function categoryInput(externalId: string, attributes: object = {}, relationships?: object) {
  return {
    type: "catalog-category",
    attributes: { external_id: externalId, name: `Category ${externalId}`, ...attributes },
    ...(relationships && { relationships }),
  };
}

export function itemInput(externalId: string, attributes: object = {}, relationships?: object) {
  return {
    type: "catalog-item",
    attributes: {
      external_id: externalId,
      title: `Item ${externalId}`,
      description: "An item",
      url: `https://shop.example/${externalId}`,
      ...attributes,
    },
    ...(relationships && { relationships }),
  };
}

export function variantInput(externalId: string, itemExternalId: string, attributes: object = {}) {
  return {
    type: "catalog-variant",
    attributes: {
      external_id: externalId,
      title: `Variant ${externalId}`,
      description: "A variant",
      sku: `SKU-${externalId}`,
      inventory_quantity: 3,
      price: 19.5,
      url: `https://shop.example/${externalId}`,
      ...attributes,
    },
    relationships: { item: { data: { type: "catalog-item", id: idOf(itemExternalId) } } },
  };
}

export function jobInput(kind: string, plural: string, action: string, records: readonly unknown[]) {
  return { data: { type: `catalog-${kind}-bulk-${action}-job`, attributes: { [plural]: { data: records } } } };
}

export function idOf(externalId: string): string {
  return `$custom:::$default:::${externalId}`;
}
