/** The external ids of items, by category: links are made and taken away for many items of one category in one call. */
export type Links = ReadonlyMap<string, readonly string[]>;

/** Links are a step of their own, after both of their ends, so that an item does not fail for the sake of a link. */
export class LinkPlan {
  readonly #add = new Map<string, string[]>();
  readonly #remove = new Map<string, string[]>();
  same = 0;

  get add(): Links {
    return this.#add;
  }

  get remove(): Links {
    return this.#remove;
  }

  /** Takes the categories of an item that the file wants, and those that the account has. */
  plan(item: string, wanted: readonly string[], found: readonly string[]): void {
    for (const category of new Set(wanted)) {
      if (found.includes(category)) this.same++;
      else put(this.#add, category, item);
    }
    for (const category of found) if (!wanted.includes(category)) put(this.#remove, category, item);
  }

  /** A category that is deleted takes its links with it. */
  forget(categories: readonly string[]): void {
    for (const category of categories) this.#remove.delete(category);
  }
}

function put(links: Map<string, string[]>, category: string, item: string): void {
  const items = links.get(category);
  if (items) items.push(item);
  else links.set(category, [item]);
}

export function countOf(links: Links): number {
  return [...links.values()].reduce((sum, items) => sum + items.length, 0);
}
