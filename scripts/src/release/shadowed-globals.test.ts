import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { workspaceRoot } from "../workspace/workspace-root.ts";

/** The types that every file of a browser's or Node's program has without importing them. */
function globalTypes(): Set<string> {
  const options = { lib: ["lib.es2023.d.ts", "lib.dom.d.ts"], types: [] };
  const host = ts.createCompilerHost(options);
  const empty = ts.createSourceFile("/empty.ts", "", ts.ScriptTarget.ES2022);
  const program = ts.createProgram([empty.fileName], options, {
    ...host,
    getSourceFile: (name, target) => (name === empty.fileName ? empty : host.getSourceFile(name, target)),
  });
  const symbols = program.getTypeChecker().getSymbolsInScope(empty, ts.SymbolFlags.Type);
  return new Set(symbols.map(({ name }) => name));
}

/** The names of types, type parameters included, that a file declares. */
function declaredTypes(text: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    // What adds to a global type is meant to have its name.
    if (node.flags & ts.NodeFlags.GlobalAugmentation) return;
    if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeParameterDeclaration(node)) {
      names.push(node.name.text);
    } else if (ts.isClassDeclaration(node) && node.name) names.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("file.ts", text, ts.ScriptTarget.ES2022));
  return names;
}

test("no type of the client has the name of a global one", async () => {
  const globals = globalTypes();
  expect(
    declaredTypes("type Of<Document> = 1; interface Required {} class Map {}").filter((name) => globals.has(name)),
  ).toEqual(["Document", "Required", "Map"]);
  const found: string[] = [];
  for await (const path of glob("packages/client/src/**/*.ts", { cwd: workspaceRoot })) {
    const names = declaredTypes(await readFile(join(workspaceRoot, path), "utf8"));
    found.push(...names.filter((name) => globals.has(name)).map((name) => `${path}: ${name}`));
  }
  expect(found).toEqual([]);
});
