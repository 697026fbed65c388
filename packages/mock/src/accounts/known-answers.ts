/** Characters that are kept at most; a list of 100 items takes some 70,000. */
const budget = 20_000_000;

/**
 * Answers to reads, as text. They are given again until something of their account changes: who polls a job, or opens
 * the same page in every test, asks for the same text over and over.
 */
export class KnownAnswers {
  /** The one that was asked for least recently comes first. */
  readonly #texts = new Map<string, string>();
  #size = 0;

  get(request: string): string | undefined {
    const text = this.#texts.get(request);
    if (text !== undefined) {
      this.#texts.delete(request);
      this.#texts.set(request, text);
    }
    return text;
  }

  keep(request: string, text: string): void {
    this.#size += request.length + text.length;
    this.#texts.set(request, text);
    for (const [oldest, { length }] of this.#texts) {
      if (this.#size <= budget) break;
      this.#texts.delete(oldest);
      this.#size -= oldest.length + length;
    }
  }

  forget(): void {
    if (this.#size === 0) return;
    this.#texts.clear();
    this.#size = 0;
  }
}
