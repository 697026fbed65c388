import { basename } from "node:path";
import { readGuideName } from "../migrate/guide-name.ts";

/** A migration guide that a bump wrote. */
export interface Guide {
  /** `openapi/migrations/<from>--<to>.md` */
  path: string;
  text: string;
}

export interface PullRequestText {
  title: string;
  body: string;
}

/** GitHub takes 65,536 characters; some are left for what people add. */
const maxLength = 60_000;

const intro = `Made by \`.github/workflows/spec-watch.yml\` from what upstream publishes now. The next run replaces it, unless someone else has committed to its branch.

Merging this releases the bump that the changeset names. Look at the changeset, and at the major findings below.`;

/** What the pull request with a bump says: its guides, those of the newest and shortest way first. */
export function pullRequestText(guides: readonly Guide[]): PullRequestText {
  const ordered = guides.toSorted((a, b) => (wayOf(a) < wayOf(b) ? 1 : -1));
  if (ordered.length === 0) {
    return {
      title: "Spec: upstream changed, with nothing to migrate",
      body: `${intro}\n\nThere is no guide: programs need no change.\n`,
    };
  }
  const body = [intro, ...ordered.map(({ text }) => text.trim())].join("\n\n---\n\n");
  const paths = ordered.map(({ path }) => `\`${path}\``).join(", ");
  return { title: `Spec: ${ordered.map(describe).join(", ")}`, body: `${shorten(body, paths)}\n` };
}

function describe({ path }: Guide): string {
  const { from, to } = readGuideName(basename(path)) ?? {};
  return from === to ? `${to} was published anew` : `revision ${to} after ${from}`;
}

function wayOf({ path }: Guide): string {
  const { from = "", to = "" } = readGuideName(basename(path)) ?? {};
  return `${to} ${from}`;
}

/** Cuts at a line's end, and never inside a code block. */
function shorten(body: string, paths: string): string {
  if (body.length <= maxLength) return body;
  const cut = body.slice(0, body.lastIndexOf("\n", maxLength));
  const isInCode = (cut.match(/^```/gm)?.length ?? 0) % 2 === 1;
  return `${cut}${isInCode ? "\n```" : ""}\n\nToo long to be shown here: go on reading in ${paths}.`;
}
