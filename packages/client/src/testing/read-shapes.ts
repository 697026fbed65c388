import { join } from "node:path";
import { API, type Checker, type Diagnostic, SymbolFlags, type Type } from "typescript/unstable/sync";
import type { Property, Shape } from "./shape.ts";

/** The module's own folder is the one of these sources; it is never written to disk. */
const folder = join(import.meta.dirname, "..");
const config = join(folder, "tsconfig.virtual.json");
const module = join(folder, "virtual.ts");

/** The types of what a module exports, by name; throws what the compiler complains about. */
export function readShapes(source: string): ReadonlyMap<string, Shape> {
  const files = new Map([
    [config, JSON.stringify({ extends: "../tsconfig.json", include: [], files: ["virtual.ts"] })],
    [module, source],
  ]);
  const fs = {
    readFile: (path: string) => files.get(path),
    fileExists: (path: string) => files.has(path) || undefined,
  };
  const api = new API({ cwd: folder, fs });
  try {
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (!project) throw new Error("The compiler did not open the project.");
    const { program, checker } = project;
    const [problem] = program.getSemanticDiagnostics(module);
    if (problem)
      throw new Error(`${wordsOf(problem)} In: ${source.slice(Math.max(problem.pos - 200, 0), problem.end)}`);
    const file = program.getSourceFile(module);
    const exported = file && checker.getSymbolAtLocation(file);
    return exported ? shapesOf(checker, checker.getExportsOfModule(exported)) : new Map();
  } finally {
    api.close();
  }
}

function wordsOf({ text, messageChain = [] }: Diagnostic): string {
  return [text, ...messageChain.map(wordsOf)].join("\n");
}

function shapesOf(checker: Checker, symbols: ReturnType<Checker["getExportsOfModule"]>): ReadonlyMap<string, Shape> {
  // most types are met in many answers, and asking for each is a message to another process
  const known = new Map<number, Shape>();
  const shapeOf = (type: Type): Shape => {
    const shape = known.get(type.id) ?? look(type);
    known.set(type.id, shape);
    return shape;
  };
  const look = (type: Type): Shape => {
    if (type.isUnionType()) return { kind: "union", members: (type.getTypes() ?? []).map(shapeOf) };
    if (type.isLiteralType()) return { kind: "literal", value: type.value };
    if (type.isIntrinsicType()) return { kind: "primitive", name: checker.typeToString(type) };
    if (type.isTypeReference() && checker.isArrayType(type)) {
      const [element = checker.getUnknownType()] = checker.getTypeArguments(type);
      return { kind: "array", element: shapeOf(element) };
    }
    const properties = new Map<string, Property>();
    const members = checker.getPropertiesOfType(type);
    checker.getTypeOfSymbol(members).forEach((member, index) => {
      const { name, flags } = members[index] as (typeof members)[number];
      const optional = (flags & SymbolFlags.Optional) !== 0;
      properties.set(name, { optional, shape: shapeOf(member ?? checker.getUnknownType()) });
    });
    return { kind: "object", properties, open: checker.getIndexInfosOfType(type).length > 0 };
  };
  return new Map(
    symbols.map((symbol) => [symbol.name, shapeOf(checker.getTypeOfSymbol(symbol) ?? checker.getUnknownType())]),
  );
}
