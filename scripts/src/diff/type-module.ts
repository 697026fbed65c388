import ts from "typescript";

/** Finds types in a generated module by the names that a program would use. */
export interface TypeModule {
  operation(method: string, path: string): ts.Type | undefined;
  schema(name: string): ts.Type | undefined;
  filters(path: string): ts.Type | undefined;
}

export function typeModule(program: ts.Program, file: string): TypeModule {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const exported = (name: string): ts.Type | undefined => {
    const module = source && checker.getSymbolAtLocation(source);
    const symbol = module?.exports?.get(ts.escapeLeadingUnderscores(name));
    return symbol && checker.getDeclaredTypeOfSymbol(symbol);
  };
  const property = (type: ts.Type | undefined, name: string): ts.Type | undefined => {
    const symbol = type && checker.getPropertyOfType(type, name);
    return symbol && checker.getTypeOfSymbol(symbol);
  };
  const routes = exported("routes");
  const schemas = property(exported("components"), "schemas");
  const filters = exported("filters");
  return {
    operation: (method, path) => property(property(routes, method.toUpperCase()), path),
    schema: (name) => property(schemas, name),
    filters: (path) => property(filters, path),
  };
}
