import ts from "typescript";
import type { FormerOperation } from "../migration/migration.ts";
import type { Plan } from "../migration/plan.ts";
import { exportedName } from "../project/stub.ts";
import { isTextLiteral, nodesOf, type TextLiteral } from "../syntax/nodes.ts";
import { literalOf } from "./literal-of.ts";
import type { Standing } from "./standings.ts";

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** A call of an operation of the old revision. */
export interface Call {
  node: ts.CallExpression;
  /** Where the path is written: in the call, or in the constant that the call names. */
  literal: TextLiteral;
  operation: FormerOperation;
  /** Whether it has the new path already: what is left to do is to be said in a second run, too. */
  migrated: boolean;
  /** What the call passes besides its path. */
  init: ts.Expression | undefined;
}

/** `client.GET("/api/…", init)` and `paginate(client, "/api/…", init)` of operations of the old revision. */
export function* callsOf(
  tree: ts.SourceFile,
  standing: Standing | undefined,
  plan: Plan,
  checker: ts.TypeChecker,
): Generator<Call> {
  for (const node of nodesOf(tree)) {
    if (!ts.isCallExpression(node)) continue;
    const name = calleeName(node.expression, checker);
    const isPaginate = name === "paginate";
    if (!isPaginate && !methods.includes(name)) continue;
    const [argument, init] = isPaginate ? node.arguments.slice(1) : node.arguments;
    const literal = argument && literalOf(argument, checker);
    if (!literal) continue;
    const found = findOperation(isPaginate ? "GET" : name, literal.text, standing, plan);
    if (found) yield { node, literal, init, ...found };
  }
}

function findOperation(method: string, path: string, standing: Standing | undefined, { operations }: Plan) {
  const candidates = operations.filter((operation) => operation.method === method);
  const old = candidates.find((operation) => operation.path === path);
  const now = candidates.find((operation) => operation.now?.path === path);
  const operation = standing === "new" ? (now ?? old) : (old ?? now);
  return operation && { operation, migrated: operation.now?.path === path };
}

function calleeName(callee: ts.Expression, checker: ts.TypeChecker): string {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  if (ts.isElementAccessExpression(callee)) {
    return isTextLiteral(callee.argumentExpression) ? callee.argumentExpression.text : "";
  }
  return ts.isIdentifier(callee) ? (exportedName(checker, callee) ?? callee.text) : "";
}
