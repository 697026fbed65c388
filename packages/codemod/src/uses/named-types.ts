import ts from "typescript";
import { exportedName } from "../project/stub.ts";
import { isTextLiteral, nodesOf, type TextLiteral } from "../syntax/nodes.ts";

export interface NamedType {
  literal: TextLiteral;
  kind: "operation" | "schema";
}

/**
 * Where types name an operation or a schema: `Operation<"id">`, `operations["id"]`, `Schema<"Name">` and
 * `components["schemas"]["Name"]`, also several at a time: `Schema<"A" | "B">`; under whatever name the file knows them.
 */
export function* namedTypes(tree: ts.SourceFile, checker: ts.TypeChecker): Generator<NamedType> {
  const typeOf = (node: ts.Node) => exportedType(node, checker);
  for (const node of nodesOf(tree)) {
    if (ts.isIndexedAccessTypeNode(node)) {
      const object = unwrap(node.objectType);
      if (typeOf(object) === "operations") yield* literals(node.indexType, "operation");
      const inner = ts.isIndexedAccessTypeNode(object) ? object : undefined;
      if (inner && typeOf(unwrap(inner.objectType)) === "components" && keyOf(inner) === "schemas") {
        yield* literals(node.indexType, "schema");
      }
    } else if (ts.isTypeReferenceNode(node) || ts.isImportTypeNode(node)) {
      const type = typeOf(node);
      const [argument] = node.typeArguments ?? [];
      if (argument && type === "Operation") yield* literals(argument, "operation");
      if (argument && type === "Schema") yield* literals(argument, "schema");
    }
  }
}

function exportedType(node: ts.Node, checker: ts.TypeChecker): string | undefined {
  if (!ts.isTypeReferenceNode(node) && !ts.isImportTypeNode(node)) return undefined;
  const name = ts.isImportTypeNode(node) ? node.qualifier : node.typeName;
  return name && exportedName(checker, ts.isIdentifier(name) ? name : name.right);
}

function* literals(type: ts.TypeNode, kind: NamedType["kind"]): Generator<NamedType> {
  const node = unwrap(type);
  if (ts.isUnionTypeNode(node)) for (const member of node.types) yield* literals(member, kind);
  if (ts.isLiteralTypeNode(node) && isTextLiteral(node.literal)) yield { literal: node.literal, kind };
}

function keyOf({ indexType }: ts.IndexedAccessTypeNode): string | undefined {
  return ts.isLiteralTypeNode(indexType) && isTextLiteral(indexType.literal) ? indexType.literal.text : undefined;
}

function unwrap(node: ts.TypeNode): ts.TypeNode {
  return ts.isParenthesizedTypeNode(node) ? unwrap(node.type) : node;
}
