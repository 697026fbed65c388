import type { Plan } from "../migration/plan.ts";
import { versionedPackages } from "../uses/entry.ts";
import { escapePattern } from "./escape-pattern.ts";

/**
 * What a file that is not parsed (a component, a configuration, a document) has of the old revision: said once, at its
 * first line of that kind. The position is that of the line.
 */
export function searchText(text: string, plan: Plan): { line: number; message: string } | undefined {
  const names = [
    ...versionedPackages.map((name) => `${name}/${plan.from}`),
    ...[...plan.paths].flatMap(([path, { to }]) => (to === path ? [] : [path])),
  ];
  const pattern = new RegExp(`(?:${names.map(escapePattern).join("|")})(?![\\w{])`);
  const hits = text.split("\n").flatMap((line, index) => (pattern.test(line) ? [index + 1] : []));
  const [line] = hits;
  if (line === undefined) return undefined;
  const lines = hits.length === 1 ? "this line names" : `this line and ${hits.length - 1} more name`;
  return {
    line,
    message: `${lines} the entry or paths of ${plan.from}; left as it is, because only JavaScript and TypeScript are changed`,
  };
}
