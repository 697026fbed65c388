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
  path: readonly string[],
): string | undefined {
  const [step = "", ...rest] = path;
  const declaration = checker.getPropertyOfType(holder, step)?.declarations?.[0] ?? holder.symbol?.declarations?.[0];
  if (!declaration) return undefined;
  const steps = [...stepsTo(declaration), ...(ts.isPropertySignature(declaration) ? rest : path)];
  const [root, section, name, ...inside] = steps;
  if (root !== "components" || section !== "schemas" || name === undefined) return undefined;
  const component = [root, section, name];
  return locateInSchema(document, { node: { $ref: referenceTo(component) }, pointer: toPointer(component) }, inside);
}

/** The name of the component that a type is; of one that is merged from several, all of their names. */
export function componentOf(type: ts.Type): string | undefined {
  if (type.isIntersection()) return type.types.map(componentOf).join(" ");
  const [declaration] = type.symbol?.declarations ?? [];
  const [root, section, name, ...inside] = declaration ? stepsTo(declaration) : [];
  return root === "components" && section === "schemas" && inside.length === 0 ? name : undefined;
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
