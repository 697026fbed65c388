import type ts from "typescript";

export interface TypeExpression {
  /** `Operation<"id">["responses"][200]…`, with `NonNullable` only where something may be missing on the way. */
  code: string;
  type: ts.Type;
}

/** Code that names the type at a path; `undefined` where a union is on the way, which cannot be named so simply. */
export function typeExpression(
  checker: ts.TypeChecker,
  from: TypeExpression,
  path: readonly string[],
): TypeExpression | undefined {
  let { code, type } = from;
  for (const [index, step] of path.entries()) {
    const bare = checker.getNonNullableType(type);
    if (bare !== type) code = `NonNullable<${code}>`;
    const next = stepInto(checker, bare, step) ?? onlyContent(checker, bare, path[index - 1]);
    if (!next) return undefined;
    code += next.code;
    type = next.type;
  }
  return { code, type };
}

function stepInto(checker: ts.TypeChecker, type: ts.Type, step: string): TypeExpression | undefined {
  if (step === "[]") {
    const element = checker.isArrayType(type) && checker.getTypeArguments(type as ts.TypeReference)[0];
    return element ? { code: "[number]", type: element } : undefined;
  }
  const property = checker.getPropertyOfType(type, step);
  const key = /^\d+$/.test(step) ? step : JSON.stringify(step);
  return property && { code: `[${key}]`, type: checker.getTypeOfSymbol(property) };
}

/** The body under the media type that it has on this side. */
function onlyContent(checker: ts.TypeChecker, type: ts.Type, parent: string | undefined): TypeExpression | undefined {
  const [property] = parent === "content" ? checker.getPropertiesOfType(type) : [];
  return property && { code: `[${JSON.stringify(property.name)}]`, type: checker.getTypeOfSymbol(property) };
}
