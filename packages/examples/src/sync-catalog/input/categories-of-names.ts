import type { Place } from "../catalog/place.ts";
import type { Entry } from "./entry.ts";

/** Tables name categories; a category's `external_id` is made from its name. */
export class CategoriesOfNames {
  readonly #known = new Set<string>();
  #new: Entry[] = [];

  /** The external id of the category with this name, which becomes an entry of its own when it is met first. */
  idOf(name: string, at: () => Place): string {
    const external_id = slug(name);
    if (!this.#known.has(external_id)) {
      this.#known.add(external_id);
      this.#new.push({ type: "catalog-category", values: { external_id, name }, at });
    }
    return external_id;
  }

  /** The categories that were met first since the last call. */
  takeNew(): Entry[] {
    const entries = this.#new;
    this.#new = [];
    return entries;
  }
}

/** A text as it stands in ids and addresses. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
