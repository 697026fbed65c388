import type { Place } from "../catalog/place.ts";
import type { Entry } from "./entry.ts";

/** Tables name categories; a category's `external_id` is made from its name. */
export class CategoriesOfNames {
  readonly #entries = new Map<string, Entry>();

  get entries(): Entry[] {
    return [...this.#entries.values()];
  }

  /** The external id of the category with this name, which becomes an entry of its own when it is met first. */
  idOf(name: string, at: () => Place): string {
    const external_id = slug(name);
    if (!this.#entries.has(external_id)) {
      this.#entries.set(external_id, { type: "catalog-category", values: { external_id, name }, at });
    }
    return external_id;
  }
}

/** A text as it stands in ids and addresses. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
