import { join } from "node:path";
import ts from "typescript";
import { printDeclaration } from "./print-declaration.ts";

export interface ApiSurface {
  /** By subpath: what users can import, in order of the name. */
  entries: { specifier: string; exports: ApiExport[] }[];
  /** What they cannot import, but what the signatures above are made of. */
  internals: ApiExport[];
}

export interface ApiExport {
  name: string;
  /** Declarations without comments; none for what is generated or another package's: that is reviewed where it is written. */
  text?: string;
  /** In place of the text. */
  note?: string;
}

/** What the declaration files of a package let its users see. */
export function apiSurface(entryFiles: readonly { specifier: string; file: string }[], dist: string): ApiSurface {
  const program = ts.createProgram(
    entryFiles.map(({ file }) => file),
    { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [], noLib: true },
  );
  const checker = program.getTypeChecker();
  const original = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const placeOf = (symbol: ts.Symbol) => placeIn(dist, symbol.declarations?.[0]?.getSourceFile().fileName);
  const shown = new Set<ts.Symbol>();

  const entries = entryFiles.map(({ specifier, file }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    const exports = (module ? checker.getExportsOfModule(module) : []).map((exported) => {
      const symbol = original(exported);
      const place = placeOf(symbol);
      if (place === "elsewhere") return { name: exported.name, note: "of another package" };
      if (place === "generated") return { name: exported.name, note: `generated ${kindOf(symbol)}` };
      if (shown.has(symbol)) return { name: exported.name, note: "as above" };
      shown.add(symbol);
      return { name: exported.name, text: textOf(symbol) };
    });
    return { specifier, exports: exports.sort(byName) };
  });

  const internals: ApiExport[] = [];
  const reached = new Set(shown);
  for (const symbol of reached) {
    if (!shown.has(symbol)) internals.push({ name: symbol.name, text: textOf(symbol) });
    for (const used of symbolsIn(symbol, checker).map(original)) {
      if (placeOf(used) === "own" && isDeclared(used)) reached.add(used);
    }
  }
  return { entries, internals: internals.sort(byName) };
}

function placeIn(dist: string, file: string | undefined): "own" | "generated" | "elsewhere" {
  if (!file?.startsWith(join(dist, "/"))) return "elsewhere";
  return file.startsWith(join(dist, "generated", "/")) ? "generated" : "own";
}

function kindOf({ flags }: ts.Symbol): string {
  if (flags & ts.SymbolFlags.Function) return "function";
  if (flags & ts.SymbolFlags.Variable) return "const";
  if (flags & ts.SymbolFlags.Class) return "class";
  return "type";
}

/** Whether it stands at the top of a file; members and type parameters are seen with what holds them. */
function isDeclared(symbol: ts.Symbol): boolean {
  const node = symbol.declarations?.[0];
  const statement = node && ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return statement !== undefined && !ts.isSourceFile(statement) && ts.isSourceFile(statement.parent);
}

function symbolsIn(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol[] {
  const found: ts.Symbol[] = [];
  const visit = (node: ts.Node) => {
    const used = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
    if (used) found.push(used);
    ts.forEachChild(node, visit);
  };
  symbol.declarations?.forEach(visit);
  return found;
}

function textOf(symbol: ts.Symbol): string {
  return (symbol.declarations ?? []).map(printDeclaration).join("\n");
}

function byName(a: ApiExport, b: ApiExport): number {
  return a.name < b.name ? -1 : 1;
}
