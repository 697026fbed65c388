import type { Place } from "./place.ts";

/** Something that has to be mended before anything is sent. */
export interface Problem extends Place {
  /** The attribute or column it is about. */
  field?: string | undefined;
  message: string;
}

/** Nobody mends more than these at once, and a file in which every line is wrong must not fill the memory. */
const mostListed = 200;

/** What is wrong with a file. Of many problems the first are listed and the others are only counted. */
export class Problems {
  readonly #listed: Problem[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** In the order of the file. */
  get listed(): Problem[] {
    return this.#listed.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  /** @param at is called only for a problem that is listed, because some places take long to find */
  add(at: () => Place, message: string, field?: string): void {
    if (++this.#count > mostListed) return;
    this.#listed.push({ ...at(), ...(field !== undefined && { field }), message });
  }
}
