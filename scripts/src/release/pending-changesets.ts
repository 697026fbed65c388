import { readChangesets } from "@changesets/read";

/** Names of the packages that the changesets waiting in `.changeset/` release. */
export async function pendingChangesets(root: string): Promise<Set<string>> {
  const releases = (await readChangesets(root)).flatMap((changeset) => changeset.releases);
  return new Set(releases.filter(({ type }) => type !== "none").map(({ name }) => name));
}
