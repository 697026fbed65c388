import ts from "typescript";
import { nodesOf } from "../syntax/nodes.ts";
import { entryOf } from "./entry.ts";

/** The types of our packages whose keys are names of the API. */
const exported = ["Operation", "operations", "Schema", "components"] as const;
export type ExportedType = (typeof exported)[number];

/** Answers which of our types a reference means: by its import, whatever it is called here. */
export function typeBindings(tree: ts.SourceFile): (node: ts.Node) => ExportedType | undefined {
  const names = new Map<string, ExportedType>();
  const namespaces = new Set<string>();
  for (const node of nodesOf(tree)) {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) continue;
    const { text } = node.moduleSpecifier;
    // A program may pass our types on from a module of its own.
    if (!entryOf(text) && !text.startsWith(".")) continue;
    const bindings = node.importClause?.namedBindings;
    if (!bindings) continue;
    if (ts.isNamespaceImport(bindings)) {
      namespaces.add(bindings.name.text);
      continue;
    }
    for (const { name, propertyName } of bindings.elements) {
      const original = asExported((propertyName ?? name).text);
      if (original) names.set(name.text, original);
    }
  }

  return (node) => {
    if (ts.isImportTypeNode(node)) return node.qualifier && asExported(node.qualifier.getText());
    if (!ts.isTypeReferenceNode(node)) return undefined;
    const { typeName } = node;
    if (ts.isIdentifier(typeName)) return names.get(typeName.text);
    const isOurs = ts.isIdentifier(typeName.left) && namespaces.has(typeName.left.text);
    return isOurs ? asExported(typeName.right.text) : undefined;
  };
}

function asExported(name: string): ExportedType | undefined {
  return exported.find((each) => each === name);
}
