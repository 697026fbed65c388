import ts from "typescript";
import { nodesOf, textLiterals } from "../syntax/nodes.ts";
import type { Note } from "./edit.ts";
import type { Migration } from "./migration.ts";

/** Paths that are put together, or part of a whole URL: what they become cannot be written without knowing the rest. */
export function listBuiltPaths(tree: ts.SourceFile, migration: Migration): Note[] {
  const changed = [...migration.paths].filter(([path, { to }]) => path !== to);
  const matchers = changed.map(([path, fate]) => ({
    path,
    to: fate.to ?? fate.reason ?? "gone",
    matches: matcher(path),
  }));
  const noteFor = (node: ts.Node, text: string, what: string): Note[] => {
    const hit = matchers.find(({ matches }) => matches(text));
    if (!hit) return [];
    return [{ position: node.getStart(), message: `${what}; \`${hit.path}\` is \`${hit.to}\` now` }];
  };
  const templates = [...nodesOf(tree)].filter(ts.isTemplateExpression).flatMap((node) => {
    const text = [node.head.text, ...node.templateSpans.map(({ literal }) => hole + literal.text)].join("");
    return noteFor(node, text, "a template builds a path");
  });
  const urls = [...textLiterals(tree)].flatMap((node) => {
    return /^https?:\/\//.test(node.text) ? noteFor(node, node.text, "a URL is written out") : [];
  });
  return [...templates, ...urls];
}

/** Stands for `${…}`; no source text holds it. */
const hole = "\0";

/** Matches a text that is the path once its holes are filled, after a host and before a query. */
function matcher(path: string): (text: string) => boolean {
  const segments = path.split("/").map((segment) => {
    if (segment.startsWith("{")) return "[^/?#]+";
    return segment === "" ? "" : `(?:${escapePattern(segment)}|[^/?#]*\\0[^/?#]*)`;
  });
  // One fixed word has to be there, otherwise `${a}/${b}` would be every path.
  const fixed = path.split("/").filter((segment) => segment !== "" && !segment.startsWith("{"));
  const last = fixed.at(-1) ?? "";
  const pattern = new RegExp(`^(?:https?://[^/]+|[^/]*\\0)?${segments.join("/")}(?:[?#].*)?$`);
  return (text) => text.includes(last) && pattern.test(text);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
