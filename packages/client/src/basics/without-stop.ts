/** What an error says, for a sentence that goes on or has its own full stop. */
export function withoutStop(words: unknown): string {
  return String(words).replace(/[.\s]+$/, "");
}
