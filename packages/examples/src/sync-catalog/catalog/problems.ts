import type { Place } from "./place.ts";

/** Something that has to be mended before anything is sent. */
export interface Problem extends Place {
  /** The attribute or column it is about. */
  field?: string | undefined;
  message: string;
}

/** What is wrong with a file. Where a number of problems is given, only the first of them are listed, all are counted. */
export class Problems {
  readonly #most: number;
  readonly #listed: Problem[] = [];
  #count = 0;

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  get count(): number {
    return this.#count;
  }

  /** In the order of the file. */
  get listed(): Problem[] {
    return this.#listed.toSorted((a, b) => a.line - b.line || a.column - b.column);
  }

  /** @param at is called only for a problem that is listed, because some places take long to find */
  add(at: () => Place, message: string, field?: string): void {
    if (++this.#count > this.#most) return;
    this.#listed.push({ ...at(), ...(field !== undefined && { field }), message });
  }
}
