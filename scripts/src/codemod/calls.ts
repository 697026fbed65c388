import ts from "typescript";
import { bare, isTextLiteral, nodesOf, type TextLiteral } from "../syntax/nodes.ts";
import type { FormerOperation } from "./former-operations.ts";
import type { Migration } from "./migration.ts";

const methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];

/** A call of an operation, as far as the file alone shows it. */
export interface Call {
  node: ts.CallExpression;
  /** Where the path is written: in the call, or in the constant that the call names. */
  literal: TextLiteral;
  operation: FormerOperation;
  /** What the call passes besides its path. */
  init: ts.Expression | undefined;
  /** Whether it goes through the pages of a list, so that its result is the resources. */
  paginated: boolean;
}

/** `client.GET("/api/…", init)` and `paginate(client, "/api/…", init)` of operations of the old revision. */
export function* callsOf(tree: ts.SourceFile, { operations }: Migration): Generator<Call> {
  const constants = constantsOf(tree);
  for (const node of nodesOf(tree)) {
    if (!ts.isCallExpression(node)) continue;
    const name = calleeName(node.expression);
    const paginated = name === "paginate";
    if (!paginated && !methods.includes(name)) continue;
    const [argument, init] = paginated ? node.arguments.slice(1) : node.arguments;
    const literal = argument && literalOf(argument, constants);
    if (!literal) continue;
    const method = paginated ? "GET" : name;
    const operation = operations.find((each) => each.path === literal.text && each.method === method);
    if (operation) yield { node, literal, operation, init, paginated };
  }
}

function calleeName(callee: ts.Expression): string {
  if (ts.isPropertyAccessExpression(callee)) return callee.name.text;
  return ts.isIdentifier(callee) ? callee.text : "";
}

function literalOf(argument: ts.Expression, constants: ReadonlyMap<string, TextLiteral>): TextLiteral | undefined {
  const node = bare(argument);
  if (isTextLiteral(node)) return node;
  return ts.isIdentifier(node) ? constants.get(node.text) : undefined;
}

/** `const path = "/api/…"`, of names that are declared once in the file. */
function constantsOf(tree: ts.SourceFile): Map<string, TextLiteral> {
  const constants = new Map<string, TextLiteral>();
  const declared = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) continue;
    const { text } = node.name;
    const value = node.initializer && bare(node.initializer);
    if (declared.has(text)) constants.delete(text);
    else if (isTextLiteral(value)) constants.set(text, value);
    declared.add(text);
  }
  return constants;
}
