import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { code } from "../../operations/reference/escape.ts";

/** A migration guide of `openapi/migrations`. */
export interface Guide {
  /** Of its file, without its ending. */
  name: string;
  from: string;
  to: string;
}

/** The guides in the order of the revisions that they lead to. */
export async function listGuides(root: string): Promise<Guide[]> {
  const folder = join(root, "openapi", "migrations");
  const files = existsSync(folder) ? await readdir(folder) : [];
  const guides = files.flatMap((file) => {
    const [, from, to] = /^([\w.-]+?)--([\w.-]+)\.md$/.exec(file) ?? [];
    return from && to ? [{ name: `${from}--${to}`, from, to }] : [];
  });
  return guides.sort((a, b) => compare(a.to, b.to) || compare(a.from, b.from));
}

/** The text of a guide as a page: what stands outside of code can be neither HTML nor an expression of Vue's. */
export async function renderGuide(root: string, { name }: Guide): Promise<string> {
  return asPage(await readFile(join(root, "openapi", "migrations", `${name}.md`), "utf8"));
}

export function asPage(markdown: string): string {
  return markdown
    .split(/^(```.*\n[\s\S]*?^```)$/m)
    .map((part, index) => (index % 2 === 1 ? part.replaceAll("<!--", "<\\u0021--") : withoutHtml(part)))
    .join("");
}

function withoutHtml(markdown: string): string {
  return markdown
    .split(/`([^`\n]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part.replaceAll("\\|", "|")) : escaped(part)))
    .join("");
}

/** What is left of Markdown are headings, lists, tables and emphasis. */
function escaped(markdown: string): string {
  return markdown.replaceAll("<", "&lt;").replaceAll("{", "&#123;").replaceAll("`", "&#96;");
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
