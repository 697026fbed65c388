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

/** A revision where it must not be divided at its hyphens. */
export function date(revision: string): string {
  return `<span class="whole">${text(revision)}</span>`;
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

/**
 * What means nothing to Markdown where it stands, so that titles are readable where the page's title is taken as it is
 * written: a hyphen or a period within words, a colon before a space, a single slash.
 */
const harmless =
  /[\p{L}\p{N} ,'()]+|(?<=\p{L})[.-]|(?<=\p{N})-|(?<=\p{N})\.(?=\p{N})|(?<=\p{L}):(?= )|(?<!\/)\/(?!\/)/gu;

function escapeAll(value: string): string {
  const words = value.replaceAll(/\s+/g, " ");
  let escaped = "";
  let end = 0;
  for (const { 0: part, index } of words.matchAll(harmless)) {
    escaped += references(words.slice(end, index)) + part;
    end = index + part.length;
  }
  return escaped + references(words.slice(end));
}

function references(characters: string): string {
  return Array.from(characters, (character) => `&#${character.codePointAt(0)};`).join("");
}
