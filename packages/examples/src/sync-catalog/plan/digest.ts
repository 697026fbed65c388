import { hash } from "node:crypto";

/** What many records have in common, kept once for all of them. */
export interface Shape {
  /** The names of the attributes that the file gives, and so those that are compared. */
  attributes: readonly string[];
  hasItem: boolean;
  hasCategories: boolean;
  delete: boolean;
}

/**
 * A digest of the attributes that a shape names, and of a variant's item if it has one: the same for what the file says and
 * for what the account has, if they are equal. It is a number of 48 bits, so that it takes few bytes: two different records
 * have the same once in 280 trillion times.
 */
export function digestOf(shape: Shape, attributes: Readonly<Record<string, unknown>>, item?: string): number {
  const values = shape.attributes.map((name) => inOrder(attributes[name]));
  if (shape.hasItem) values.push(item);
  return hash("sha256", JSON.stringify(values), "buffer").readUIntBE(0, 6);
}

/** The keys of metadata have no order that counts. */
function inOrder(value: unknown): unknown {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? Object.entries(value).sort() : value;
}
