import ts from "typescript";
import type { FormerOperation } from "./former-operations.ts";
import { bare, isTextLiteral, nodesOf, surroundings } from "./nodes.ts";
import type { Source } from "./source.ts";

/** A name that holds a part of an operation's answer. */
interface Holder {
  name: string;
  path: readonly string[];
  operation: FormerOperation;
  /** Where the name means that. */
  scope: ts.Node;
}

/** A property of an answer that is read: `path` are the names to it, list elements left out. */
export interface Read {
  node: ts.Node;
  path: readonly string[];
  operation: FormerOperation;
}

/** Steps of a result that are not part of the answer: `{ data, error, response }` is around it. */
const envelope = "<result>";
/** Methods of a list that answer or pass on its elements. */
const sameElements = ["at", "find", "findLast", "filter", "slice", "toSorted", "toReversed", "concat", "flat"];
const passElements = ["map", "flatMap", "forEach", "filter", "find", "some", "every", "findIndex"];

/** Follows the answers of calls through the variables and loops of one file, without types: what it misses, it misses. */
export function traceAnswers(source: Source): Read[] {
  const holders: Holder[] = [];
  const reads: Read[] = [];
  const calls = new Map(source.calls.map((call) => [call.node as ts.Node, call]));
  for (const node of nodesOf(source.tree)) {
    if (ts.isVariableDeclaration(node)) declare(node);
    else if (ts.isCallExpression(node)) declareParameter(node);
    else if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const value = evaluate(node);
      const name = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
      if (value && nameOf(node) !== undefined) reads.push({ node: name, ...value });
    }
  }
  return reads.filter(({ path }) => path.length > 0 && path[0] !== envelope);

  function declare({ name, initializer, parent }: ts.VariableDeclaration): void {
    const loop = ts.isForOfStatement(parent.parent) ? parent.parent : undefined;
    const value = evaluate(loop ? loop.expression : initializer);
    if (value) bind(name, value, loop ?? blockAround(parent));
  }

  function declareParameter({ expression, arguments: [callback] }: ts.CallExpression): void {
    if (!ts.isPropertyAccessExpression(expression) || !passElements.includes(expression.name.text)) return;
    if (!callback || !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return;
    const value = evaluate(expression.expression);
    const [parameter] = callback.parameters;
    if (value && parameter) bind(parameter.name, value, callback);
  }

  function bind(name: ts.BindingName, value: Pick<Read, "path" | "operation">, scope: ts.Node): void {
    if (ts.isIdentifier(name)) {
      holders.push({ name: name.text, scope, ...value });
    } else if (ts.isArrayBindingPattern(name)) {
      for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name, value, scope);
    } else {
      for (const element of name.elements) {
        const key = element.propertyName ?? element.name;
        if (element.dotDotDotToken || !(ts.isIdentifier(key) || isTextLiteral(key))) continue;
        const inner = { operation: value.operation, path: step(value.path, key.text) };
        reads.push({ node: key, ...inner });
        bind(element.name, inner, scope);
      }
    }
  }

  function evaluate(expression: ts.Node | undefined): Pick<Read, "path" | "operation"> | undefined {
    const node = expression && bare(expression);
    if (!node) return undefined;
    if (ts.isAwaitExpression(node)) return evaluate(node.expression);
    if (ts.isBinaryExpression(node) && /^(\?\?|\|\|)$/.test(node.operatorToken.getText())) return evaluate(node.left);
    if (ts.isIdentifier(node)) {
      const held = holders.findLast(({ name, scope }) => name === node.text && contains(scope, node));
      return held && { path: held.path, operation: held.operation };
    }
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const value = evaluate(node.expression);
      const name = nameOf(node);
      return value && (name === undefined ? value : { operation: value.operation, path: step(value.path, name) });
    }
    return ts.isCallExpression(node) ? evaluateCall(node) : undefined;
  }

  function evaluateCall(node: ts.CallExpression): Pick<Read, "path" | "operation"> | undefined {
    const call = calls.get(node);
    if (call) return { operation: call.operation, path: call.paginated ? ["data"] : [envelope] };
    const { expression, arguments: args } = node;
    if (ts.isIdentifier(expression) && expression.text === "unwrap") {
      const value = evaluate(args[0]);
      return value && { operation: value.operation, path: value.path.slice(1) };
    }
    if (!ts.isPropertyAccessExpression(expression) || !sameElements.includes(expression.name.text)) return undefined;
    return evaluate(expression.expression);
  }
}

/** `data` of a result is the answer's document. */
function step(path: readonly string[], name: string): readonly string[] {
  if (path[0] !== envelope) return [...path, name];
  return name === "data" ? [] : [envelope, name];
}

/** The property that is accessed; none for an element of a list. */
function nameOf(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return isTextLiteral(node.argumentExpression) ? node.argumentExpression.text : undefined;
}

function blockAround(node: ts.Node): ts.Node {
  let scope = surroundings(node);
  while (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isFunctionLike(scope)) scope = scope.parent;
  return scope;
}

function contains(scope: ts.Node, node: ts.Node): boolean {
  return scope.pos <= node.pos && node.end <= scope.end;
}
