/** How many answers are kept at most: a list of 100 items takes some 70 kB. */
const capacity = 100;

/**
 * Answers to reads, as text. They are given again until something of their account changes: who polls a job, or opens
 * the same page in every test, asks for the same text over and over.
 */
export class KnownAnswers {
  readonly #texts = new Map<string, string | null>();

  get(request: string, make: () => string | null): string | null {
    let text = this.#texts.get(request);
    if (text === undefined) {
      text = make();
      if (this.#texts.size === capacity) this.forget();
      this.#texts.set(request, text);
    }
    return text;
  }

  forget(): void {
    this.#texts.clear();
  }
}
