import { type Place, placeText } from "../catalog/place.ts";
import type { Problems } from "../catalog/problems.ts";
import type { Entry } from "./entry.ts";

/** Tables name categories; a category's `external_id` is made from its name. */
export class CategoriesOfNames {
  readonly #known = new Map<string, { name: string; place: Place }>();
  /** Names that have been told, so that each is told once and not in every row. */
  readonly #told = new Set<string>();
  readonly #problems: Problems;
  #new: Entry[] = [];

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /** The external id of the category with this name, which becomes an entry of its own when it is met first. */
  idOf(name: string, at: () => Place): string {
    const external_id = slug(name);
    const known = this.#known.get(external_id);
    if (!known) {
      this.#known.set(external_id, { name, place: at() });
      this.#new.push({ type: "catalog-category", values: { external_id, name }, at });
    } else if (plain(name) !== plain(known.name)) this.#tellOnce(name, known, external_id, at);
    return external_id;
  }

  /** An id that told them apart would depend on which of them the file has, and change with it. */
  #tellOnce(name: string, known: { name: string; place: Place }, id: string, at: () => Place): void {
    if (this.#told.has(plain(name))) return;
    this.#told.add(plain(name));
    const first = `'${known.name}' at ${placeText(known.place)}`;
    const message = `the category '${name}' would get the id '${id}', as ${first}; let their letters or digits differ`;
    this.#problems.add(at, message, "categories");
  }

  /** The categories that were met first since the last call. */
  takeNew(): Entry[] {
    const entries = this.#new;
    this.#new = [];
    return entries;
  }
}

/** Names that differ only in case and in space are one. */
function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, " ");
}

/** A text as it stands in ids and addresses. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
