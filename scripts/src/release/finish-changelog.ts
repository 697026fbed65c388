export interface ReleasedPackage {
  name: string;
  version: string;
  /** Names of its dependencies. */
  dependencies: readonly string[];
  /** `CHANGELOG.md`, as changesets wrote it. */
  changelog: string;
}

/** Where npm's contents can be read by everyone; a relative link leads nowhere from a tarball or a release's notes. */
const contents = "https://unpkg.com";

/**
 * Completes what changesets wrote of the newest version, which becomes the notes of its release: the first line says
 * whether the reader must do something, and links to migration guides lead to the ones that are published with it.
 */
export function finishChangelog(one: ReleasedPackage, all: readonly ReleasedPackage[], codemod: string): string {
  const heading = `## ${one.version}\n`;
  const start = one.changelog.indexOf(`\n${heading}`) + 1;
  if (start === 0) return one.changelog;
  const [before, section] = [one.changelog.slice(0, start), newestSection(one)];
  const rest = one.changelog.slice(start + heading.length + section.length);
  const verdict = isMarked(section) ? "" : `\n${firstLine(one, all)}\n`;
  const guides = `](${contents}/${codemod}@${one.version}/migrations/`;
  return before + heading + verdict + section.replaceAll("](../../openapi/migrations/", guides) + rest;
}

function firstLine(one: ReleasedPackage, all: readonly ReleasedPackage[]): string {
  if (isMajor(one)) {
    return "**You may have something to do:** *Major Changes* says what, for each entry that it concerns; for the others there is nothing to do.";
  }
  const major = all.filter((other) => one.dependencies.includes(other.name) && isMajor(other));
  if (major.length > 0) {
    const names = major.map(({ name }) => `\`${name}\``).join(" and ");
    return `**You may have something to do:** this package has what ${names} has, where *Major Changes* says what.`;
  }
  const isEmpty = newestSection(one).trim() === "";
  return `**Nothing to do:** ${isEmpty ? "nothing changed in this package; it is released together with the others" : "programs that compiled and ran go on doing so"}.`;
}

function isMajor(one: ReleasedPackage): boolean {
  return newestSection(one).includes("\n### Major Changes\n");
}

function isMarked(section: string): boolean {
  return /^\n\*\*(?:You may have something|Nothing) to do:\*\*/.test(section);
}

/** What stands below the heading of the version, up to the next one. */
function newestSection({ version, changelog }: ReleasedPackage): string {
  return changelog.split(`\n## ${version}\n`)[1]?.split(/(?<=\n)(?=## )/)[0] ?? "";
}
