import ts from "typescript";
import type { Finding } from "../diff/verdict.ts";
import type { Call } from "./calls.ts";
import type { Note } from "./edit.ts";
import { bare, isTextLiteral } from "./nodes.ts";
import { isClosed, memberOf, memberValue, objectLiteral } from "./object-literal.ts";
import type { Source } from "./source.ts";

/** Parts of a call's parameters and body that the new revision does not take, and parts it wants that are not there. */
export function listRequestUses({ calls }: Source): Note[] {
  const notes: Note[] = [];
  for (const call of calls) {
    for (const finding of call.operation.findings) {
      const path = finding.detail?.path;
      // A path parameter is renamed with the path.
      if (finding.bump !== "major" || finding.direction !== "request" || !path || path[0] === "path") continue;
      for (const place of placesOf(call, path, finding)) {
        notes.push({ position: place.getStart(), message: finding.message });
      }
    }
  }
  return notes;
}

function placesOf(call: Call, path: readonly string[], finding: Finding): ts.Node[] {
  const [root = "", ...rest] = path;
  // The second step of a body's path is its media type, which is not written in a call.
  const steps = root === "body" ? ["body", ...rest.slice(1)] : ["params", root, ...rest];
  if (finding.rule.startsWith("media-type-")) return [];
  if (/added-required$|became-required$/.test(finding.rule)) return call.init ? missing(call.init, steps) : [call.node];
  return present(call.init, steps).filter((node) => concerns(finding, node));
}

function present(node: ts.Node | undefined, [step, ...rest]: readonly string[]): ts.Node[] {
  const value = node && bare(node);
  if (!value || step === undefined) return value ? [value] : [];
  if (step === "[]") return elementsOf(value).flatMap((element) => present(element, rest));
  const member = memberOf(value, step);
  if (!member) return [];
  return rest.length === 0 ? [memberValue(member) ?? member] : present(memberValue(member), rest);
}

/** The object literals that lack the last step, if they are written in place and to be seen whole. */
function missing(node: ts.Node, [step = "", ...rest]: readonly string[]): ts.Node[] {
  if (step === "[]") return elementsOf(node).flatMap((element) => missing(element, rest));
  const object = objectLiteral(node);
  if (!object) return [];
  const member = memberOf(object, step);
  if (member) return rest.length > 0 ? missing(memberValue(member) ?? member, rest) : [];
  // Of a body's properties only those of objects that are sent count; parameters are always looked for.
  const isExpected = rest.length === 0 || step === "params" || step === "query" || step === "header";
  return isExpected && isClosed(object) ? [object] : [];
}

function elementsOf(node: ts.Node): readonly ts.Node[] {
  const value = bare(node);
  return ts.isArrayLiteralExpression(value) ? value.elements : [];
}

/** A value that is written out is not concerned by what became of other values. */
function concerns({ rule, message }: Finding, node: ts.Node): boolean {
  if (rule === "enum-value-removed" && isTextLiteral(node)) return message.includes(JSON.stringify(node.text));
  if (rule === "nullable-removed" && ts.isLiteralExpression(node)) return false;
  return true;
}
