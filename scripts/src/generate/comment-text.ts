/** Text for a comment of one line, which it can neither end nor leave. */
export function commentText(text: string): string {
  return text.replaceAll("*/", "*\\/").replaceAll(/\p{Cc}|[\u2028\u2029]/gu, " ");
}
