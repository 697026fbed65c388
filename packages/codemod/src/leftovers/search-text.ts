import type { Plan } from "../migration/plan.ts";
import { versionedPackages } from "../uses/entry.ts";
import { escapePattern } from "./escape-pattern.ts";
import { formerPaths } from "./former-paths.ts";

/**
 * What a file that is not parsed (a component, a configuration, a document) has of the old revision: said once, at its
 * first line of that kind. The position is that of the line.
 */
export function searchText(text: string, plan: Plan): { line: number; message: string } | undefined {
  const entries = versionedPackages.map((name) => escapePattern(`${name}/${plan.from}`));
  const entry = new RegExp(`(?:${entries.join("|")})(?![\\w{])`);
  const paths = formerPaths(plan);
  const isNamed = (line: string) => entry.test(line) || line.search(paths) >= 0;
  const hits = text.split("\n").flatMap((line, index) => (isNamed(line) ? [index + 1] : []));
  const [line] = hits;
  if (line === undefined) return undefined;
  const lines = hits.length === 1 ? "this line names" : `this line and ${hits.length - 1} more name`;
  return {
    line,
    message: `${lines} the entry or paths of ${plan.from}; left as it is, because only JavaScript and TypeScript are changed`,
  };
}
