import ts from "typescript";
import { SpecError } from "../document/spec-error.ts";
import { compileTypes } from "./compile-types.ts";

export interface Compiled {
  /** Files that stand alone: they are checked whole. */
  types: ReadonlyMap<string, string>;
  /** Files that import what is not here: only their syntax is checked. */
  code?: ReadonlyMap<string, string>;
}

/**
 * Compiles what was generated, so that a document of which no program can be made is told before anything is written.
 *
 * @throws SpecError with the place in the output and what in the document it was made of
 */
export function refuseUncompilable({ types, code = new Map() }: Compiled): void {
  const texts = Object.fromEntries([...types, ...code].map(([path, text]) => [`/${path}`, text]));
  const program = compileTypes(texts);
  for (const path of Object.keys(texts)) {
    const file = program.getSourceFile(path);
    const [problem] = [
      ...program.getSyntacticDiagnostics(file),
      ...(types.has(path.slice(1)) ? program.getSemanticDiagnostics(file) : []),
    ];
    if (!file || !problem) continue;
    const { line } = file.getLineAndCharacterOfPosition(problem.start ?? 0);
    const message = ts.flattenDiagnosticMessageText(problem.messageText, " ");
    throw new SpecError(
      `what is generated of it does not compile: ${path.slice(1)}:${line + 1}, at ${placeOf(file, problem.start ?? 0)}: ${message}`,
    );
  }
}

/** The names around a position, outermost first: `components.schemas.Thing.size`. */
function placeOf(file: ts.SourceFile, position: number): string {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (position < node.pos || position >= node.end) return;
    if ((ts.isInterfaceDeclaration(node) || ts.isPropertySignature(node)) && node.name) names.push(nameOf(node.name));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names.length > 0 ? names.join(".") : "the top";
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : "?";
}
