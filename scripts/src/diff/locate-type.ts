import ts from "typescript";
import { toPointer } from "../document/json-pointer.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { referenceTo } from "../document/reference.ts";
import { locateInSchema } from "./locate-path.ts";

/**
 * JSON pointer of a place in a component, by where its type is declared: of several schemas that can stand at a place,
 * only the type tells which one it is. `undefined` for what is declared in place.
 */
export function locateType(
  checker: ts.TypeChecker,
  document: OpenApiDocument,
  holder: ts.Type,
  [step = "", ...rest]: readonly string[],
): string | undefined {
  const declaration = checker.getPropertyOfType(holder, step)?.declarations?.[0] ?? holder.symbol?.declarations?.[0];
  if (!declaration) return undefined;
  const isProperty = ts.isPropertySignature(declaration);
  const steps = [...stepsTo(declaration), ...(isProperty ? [] : [step]), ...rest];
  const [root, section, name, ...inside] = steps;
  if (root !== "components" || section !== "schemas" || name === undefined) return undefined;
  const path = [root, section, name];
  return locateInSchema(document, { node: { $ref: referenceTo(path) }, pointer: toPointer(path) }, inside);
}

/** The names of the properties around a declaration in generated types, from outside in; `[]` is a list's element. */
function stepsTo(declaration: ts.Node): string[] {
  const steps: string[] = [];
  for (let node = declaration; node && !ts.isSourceFile(node); node = node.parent) {
    if (ts.isPropertySignature(node) || ts.isInterfaceDeclaration(node)) steps.unshift(nameOf(node.name));
    else if (ts.isArrayTypeNode(node)) steps.unshift("[]");
    else if (ts.isIndexSignatureDeclaration(node)) steps.unshift("*");
  }
  return steps;
}

function nameOf(name: ts.PropertyName): string {
  return ts.isComputedPropertyName(name) || ts.isBigIntLiteral(name) ? name.getText() : name.text;
}
