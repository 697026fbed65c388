import ts from "typescript";

const known = new WeakMap<ts.Type, string>();

/** A type as a reader sees it: whole while it is short, then its outline. */
export function typeText(checker: ts.TypeChecker, type: ts.Type, maxLength = 120): string {
  let text = known.get(type);
  if (text === undefined) {
    // A list may contain itself.
    known.set(type, "…");
    text = textOf(checker, type);
    known.set(type, text);
  }
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`;
}

/** The compiler writes out whatever a type leads to, which can be a whole document; nobody reads more than an outline. */
function textOf(checker: ts.TypeChecker, type: ts.Type): string {
  const outline = outlineOf(checker, type);
  if (outline) return outline;
  const members = type.isUnion() ? type.types : [type];
  if (!members.some((member) => checker.isArrayType(member) || outlineOf(checker, member))) {
    return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
  }
  const absent = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
  const texts = [...members]
    .sort((a, b) => Number((a.flags & absent) !== 0) - Number((b.flags & absent) !== 0))
    .map((member) => (member.flags & ts.TypeFlags.BooleanLiteral ? "boolean" : memberText(checker, member)));
  return [...new Set(texts)].join(" | ");
}

function memberText(checker: ts.TypeChecker, member: ts.Type): string {
  const [element] = checker.isArrayType(member) ? checker.getTypeArguments(member as ts.TypeReference) : [];
  if (!element) return outlineOf(checker, member) ?? checker.typeToString(member);
  const text = typeText(checker, element);
  return element.isUnion() && text.includes(" | ") ? `(${text})[]` : `${text}[]`;
}

function outlineOf(checker: ts.TypeChecker, type: ts.Type): string | undefined {
  if (checker.isArrayType(type)) {
    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    const text = element && outlineOf(checker, element);
    return text && `${text}[]`;
  }
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return undefined;
  const properties = checker.getPropertiesOfType(type);
  if (properties.length === 0) return undefined;
  const names = properties.map((property) =>
    property.flags & ts.SymbolFlags.Optional ? `${property.name}?` : property.name,
  );
  const shown = names.slice(0, 6).join(", ");
  return `{ ${shown}${names.length > 6 ? `, … ${names.length - 6} more` : ""} }`;
}
