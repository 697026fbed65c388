import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A changeset whose front matter says what wrote it, so that a later bump knows its own one from a person's. */
export function signChangeset(front: string, body: string): string {
  const text = `---\n# Written by \`pnpm spec:bump\`, which replaces it unless a person has changed it: ?\n${front}\n---\n\n${body}\n`;
  return text.replace("it: ?\n", `it: ${signature(text)}\n`);
}

/** Whether a bump wrote this text, to the last character; the scope of the packages may be another one meanwhile. */
export function isOwnChangeset(text: string): boolean {
  const signed = /^# Written by `pnpm spec:bump`.*: ([0-9a-f]{16})$/m.exec(text);
  return signed?.[1] === signature(text);
}

function signature(text: string): string {
  const signed = text.replace(/^# Written by .*\n/m, "").replace(/^"@[^/]+\//gm, '"');
  return createHash("sha256").update(signed).digest("hex").slice(0, 16);
}

/** The changesets that bumps wrote, those that nobody has touched since apart from those that a person has changed. */
export async function readChangesets(root: string): Promise<{ own: string[]; edited: string[] }> {
  const own: string[] = [];
  const edited: string[] = [];
  for (const name of (await readdir(join(root, ".changeset")).catch(() => [])).sort()) {
    if (!/^spec-.+--.+\.md$/.test(name)) continue;
    const path = `.changeset/${name}`;
    const isOwn = isOwnChangeset(await readFile(join(root, path), "utf8"));
    (isOwn ? own : edited).push(path);
  }
  return { own, edited };
}
