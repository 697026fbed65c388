/** The sentences of at least nine words anywhere in a document, in lower case and without marks: to find copied text. */
export function sentences(document: unknown, found = new Set<string>()): Set<string> {
  if (typeof document === "string") {
    for (const sentence of document.split(/[.!?]\s+|<br>|\n/)) {
      const words = sentence.toLowerCase().match(/[a-z0-9]+/g) ?? [];
      if (words.length >= 9) found.add(words.join(" "));
    }
  } else if (typeof document === "object" && document !== null) {
    for (const value of Object.values(document)) sentences(value, found);
  }
  return found;
}
