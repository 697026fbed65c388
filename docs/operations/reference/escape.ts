/**
 * Text from a document as it may stand in a page: in a paragraph, a cell, a heading or inside HTML. Markdown and HTML
 * take a character reference for text, whatever it stands for; Vue reads the decoded text, so that its braces need
 * `v-pre`, too.
 */
export function text(value: string): string {
  const escaped = escapeAll(value);
  return value.includes("{{") ? `<span v-pre>${escaped}</span>` : escaped;
}

/** A name or a value, shown as code. */
export function code(value: string): string {
  return `<code v-pre>${escapeAll(value)}</code>`;
}

/** A sentence in which backticks mark code; a single one is a character like any other. */
export function sentence(value: string): string {
  return value
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : text(part)))
    .join("");
}

/** Source code on its way into a fenced block; the strings in it stay equal, but nothing in them is read as Markdown. */
export function fenced(language: string, source: string): string {
  // VitePress replaces this wherever it stands, in code as well.
  const safe = source.replaceAll("<!--", "<\\u0021--");
  return `\`\`\`${language}\n${safe}\n\`\`\``;
}

function escapeAll(value: string): string {
  return value
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[^\p{L}\p{N} ,'()]/gu, (character) => `&#${character.codePointAt(0)};`);
}
