import ts from "typescript";
import type { Finding } from "../diff/verdict.ts";
import type { Note } from "./edit.ts";
import { surroundings } from "./nodes.ts";
import type { Source } from "./source.ts";
import { traceAnswers } from "./trace-answers.ts";

/** Properties of answers that are read and that the verdict calls breaking. */
export function listAnswerUses(source: Source): Note[] {
  return traceAnswers(source).flatMap(({ node, path, operation }) => {
    const hits = operation.findings.filter((finding) => isBreaking(finding) && isAt(finding, path));
    return hits
      .filter(({ rule }) => !(concernsAbsence(rule) && isGuarded(node)))
      .map(({ message }) => ({ position: node.getStart(), message }));
  });
}

function isBreaking({ bump, direction, rule }: Finding): boolean {
  return bump === "major" && direction === "response" && !rule.startsWith("media-type-");
}

/** The first two steps of a finding are the status, of which a program reads the good ones, and the media type. */
function isAt({ detail }: Finding, path: readonly string[]): boolean {
  const [status = "", , ...steps] = detail?.path ?? [];
  return status.startsWith("2") && steps.filter((step) => step !== "[]").join("\n") === path.join("\n");
}

function concernsAbsence(rule: string): boolean {
  return rule === "nullable-added" || rule === "property-became-optional";
}

/** `a.b ?? …` and `a.b?.c` expect that there is nothing. */
function isGuarded(name: ts.Node): boolean {
  const access = name.parent;
  if (!ts.isPropertyAccessExpression(access) && !ts.isElementAccessExpression(access)) return false;
  const around = surroundings(access);
  if (ts.isBinaryExpression(around)) {
    return around.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && around.left.end >= access.end;
  }
  return ts.isPropertyAccessChain(around) && around.questionDotToken !== undefined && around.expression === access;
}
