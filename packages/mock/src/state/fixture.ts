/** A fixture that cannot be loaded: says which entry and what is wrong with it. */
export class FixtureError extends Error {
  override readonly name = "FixtureError";
}

/** Attributes are named as in the API; relationships are given by external id. */
export interface Fixture {
  categories?: readonly CategoryFixture[];
  items?: readonly ItemFixture[];
  variants?: readonly VariantFixture[];
}

export interface CategoryFixture {
  external_id: string;
  name: string;
}

interface ProductFixture {
  external_id: string;
  title: string;
  description: string;
  url: string;
  image_full_url?: string;
  image_thumbnail_url?: string;
  images?: readonly string[];
  custom_metadata?: Readonly<Record<string, string | number | boolean>>;
  published?: boolean;
}

export interface ItemFixture extends ProductFixture {
  price?: number;
  /** External ids. */
  categories?: readonly string[];
}

export interface VariantFixture extends ProductFixture {
  sku: string;
  inventory_quantity: number;
  inventory_policy?: 0 | 1 | 2;
  price: number;
  /** External id of the item it belongs to. */
  item: string;
}
