import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseChangesetFile } from "@changesets/parse";
import { stringify } from "yaml";

/** What a changeset says: the packages that it releases, and the text for their changelogs. */
export type Changeset = ReturnType<typeof parseChangesetFile>;

/** A changeset whose front matter says what wrote it, so that a later bump knows its own one from a person's. */
export function signChangeset({ releases, summary }: Changeset): string {
  const front = stringify(Object.fromEntries(releases.map(({ name, type }) => [name, type])));
  const comment = "# Written by `pnpm spec:bump`, which replaces it unless a person has changed it:";
  return `---\n${comment} ${signature({ releases, summary })}\n${front}---\n\n${summary.trim()}\n`;
}

/** Whether a bump wrote this text, to the last character; the scope of the packages may be another one meanwhile. */
export function isOwnChangeset(text: string): boolean {
  try {
    return text === signChangeset(parseChangesetFile(text));
  } catch {
    // What changesets cannot read is a person's.
    return false;
  }
}

function signature({ releases, summary }: Changeset): string {
  const named = releases.map(({ name, type }) => [name.split("/").at(-1), type]);
  return createHash("sha256")
    .update(JSON.stringify([named, summary.trim()]))
    .digest("hex")
    .slice(0, 16);
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
