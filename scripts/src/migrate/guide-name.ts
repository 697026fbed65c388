/**
 * Where a guide is. A revision may be published again more than once: the guide for each time has in its name which version
 * of the packages had the revision as it was before, `released`, so that a later one does not take its place.
 */
export function guideFile(from: string, to: string, released?: string): string {
  const again = from === to && released !== undefined ? `--${released}` : "";
  return `openapi/migrations/${from}--${to}${again}.md`;
}

/** What the name of a guide says. */
export function readGuideName(name: string): { from: string; to: string; released?: string } | undefined {
  const [from, to, released, ...more] = name.endsWith(".md") ? name.slice(0, -".md".length).split("--") : [];
  if (!from || !to || more.length > 0) return undefined;
  return { from, to, ...(released !== undefined && { released }) };
}
