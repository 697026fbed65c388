import ts from "typescript";

/**
 * The type at a path of an operation's type, without null and undefined: `["200", "application/json", "data", "[]"]`.
 * Where several members of a union have the property, it is the first one's.
 */
export function typeAt(
  checker: ts.TypeChecker,
  operation: ts.Type,
  direction: "request" | "response",
  path: readonly string[],
): ts.Type | undefined {
  let type: ts.Type | undefined = operation;
  for (const step of typePath(direction, path)) {
    type = type && stepInto(checker, checker.getNonNullableType(type), step);
  }
  return type && checker.getNonNullableType(type);
}

/** Where a path begins in the types that openapi-typescript makes. */
export function typePath(direction: "request" | "response", [root = "", name, ...rest]: readonly string[]): string[] {
  const named = name === undefined ? [] : [name];
  if (direction === "request" && root !== "body") return ["parameters", root, ...named, ...rest];
  const start = direction === "request" ? ["requestBody"] : ["responses", root];
  return name === "headers" ? [...start, name, ...rest] : [...start, "content", ...named, ...rest];
}

function stepInto(checker: ts.TypeChecker, type: ts.Type, step: string): ts.Type | undefined {
  for (const member of type.isUnion() ? type.types : [type]) {
    if (step === "[]") {
      if (checker.isArrayType(member)) return checker.getTypeArguments(member as ts.TypeReference)[0];
      continue;
    }
    const property = step === "*" ? undefined : checker.getPropertyOfType(member, step);
    if (property) return checker.getTypeOfSymbol(property);
    const index = checker.getIndexInfosOfType(member).find(({ keyType }) => keyType.flags & ts.TypeFlags.String);
    if (index) return index.type;
  }
  return undefined;
}
