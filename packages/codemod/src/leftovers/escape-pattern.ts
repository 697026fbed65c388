/** A text as a part of a regular expression that matches just that; `RegExp.escape` is not in every Node that we support. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
