import ts from "typescript";

const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;

/** A type as a reader sees it: whole while it is short, then its outline. */
export function typeText(checker: ts.TypeChecker, type: ts.Type, maxLength = 120): string {
  // Ask for little first: the text of a whole document is long to make and nobody reads it.
  const outline = outlineOf(checker, type);
  if (outline) return outline;
  const text = checker.typeToString(type, undefined, flags & ~ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType);
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`;
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
