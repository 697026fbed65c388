import ts from "typescript";
import type { Plan } from "../migration/plan.ts";
import type { Note } from "../renames/edit.ts";
import { specifierLiterals } from "../syntax/module-specifiers.ts";
import { isTextLiteral, nodesOf } from "../syntax/nodes.ts";
import { builtText, hole, isPartOfSum } from "../uses/sums.ts";
import { escapePattern } from "./escape-pattern.ts";

/**
 * Paths that are put together, filled in, followed by a query, part of a whole URL or of a pattern: what they become
 * cannot be written without knowing the rest.
 */
export function listBuiltPaths(tree: ts.SourceFile, plan: Plan): Note[] {
  const matchers = [...plan.paths].flatMap(([path, { to, reason = "gone" }]) =>
    to === path
      ? []
      : [{ path, now: to === undefined ? reason : `\`${path}\` is \`${to}\` now`, matches: matcher(path) }],
  );
  const isName = (text: string) => [plan.paths, plan.operationNames, plan.newNames].some((names) => names.has(text));
  const specifiers = new Set<ts.Node>(specifierLiterals(tree));
  return [...nodesOf(tree)].flatMap((node): Note[] => {
    if (specifiers.has(node)) return [];
    const written = writtenPath(node);
    // What is a name as it stands is renamed, or listed as one; nobody else looks into sums and patterns.
    if (!written || (isTextLiteral(node) && isName(written.text))) return [];
    const hit = matchers.find(({ matches }) => matches(written.text));
    return hit ? [{ position: node.getStart(), message: `${written.what}; ${hit.now}` }] : [];
  });
}

function writtenPath(node: ts.Node): { text: string; what: string } | undefined {
  const built = builtText(node);
  if (built !== undefined) return isInSum(node) ? undefined : { text: built, what: `a ${kindOf(node)} builds a path` };
  if (ts.isRegularExpressionLiteral(node)) {
    const source = node.text.slice(1, node.text.lastIndexOf("/")).replaceAll(/\\([/.-])/g, "$1");
    return {
      text: source.replaceAll(/^\^|\$$/g, "").replaceAll(/\[[^\]]*\][+*]?|\\w[+*]?|\.[+*]\??|\([^)]*\)/g, hole),
      what: "a pattern matches a path",
    };
  }
  if (!isTextLiteral(node) || isPartOfSum(node)) return undefined;
  const what = /^\w+:\/\//.test(node.text) ? "a URL is written out" : "a path is written out with more than its name";
  return { text: node.text, what };
}

function isInSum(node: ts.Node): boolean {
  return ts.isTemplateExpression(node) && isPartOfSum(node);
}

function kindOf(node: ts.Node): string {
  return ts.isBinaryExpression(node) ? "sum" : "template";
}

/**
 * Matches a text that is the path once its holes are filled: after a method, a host, the path of a proxy, or a part of
 * the path that is in a constant, and before a query.
 */
function matcher(path: string): (text: string) => boolean {
  const segments = path.split("/").slice(1);
  const patterns = segments.map((segment) => {
    if (segment.startsWith("{")) return "[^/?#]+";
    return segment === "" ? "" : `(?:${escapePattern(segment)}|[^/?#]*${hole}[^/?#]*)`;
  });
  // One fixed word has to be there, otherwise `${a}/${b}` would be every path.
  const last = segments.findLast((segment) => segment !== "" && !segment.startsWith("{")) ?? "";
  const [first = "", ...rest] = patterns;
  // A method, a host, the path of a proxy, the stars of a pattern, or what is in a constant.
  const start = `(?:[^?#]*/)?${first}/`;
  // `${api}/catalog-items/`, `api + "catalog-items/"`, `"catalog-items/"` below a base URL.
  const below = rest.length > 0 ? `|(?:[^/]*${hole}[^/]*)?/?` : "";
  const pattern = new RegExp(`^(?:${start}${below})${rest.join("/")}(?:[?#].*)?$`, "s");
  return (text) => text.includes(last) && text.includes("/") && pattern.test(text);
}
