import type ts from "typescript";

/** What is printed in one line has at most so many characters. */
const width = 44;
const deepest = 12;

/**
 * A type as its members are, without the names of the aliases that made it.
 *
 * @param folded properties whose objects are printed as `{ … }`
 */
export function printType(
  compiler: typeof ts,
  checker: ts.TypeChecker,
  type: ts.Type,
  place: ts.Node,
  folded: readonly string[],
): string {
  const { TypeFlags, SymbolFlags, TypeFormatFlags } = compiler;
  const byName = (one: ts.Type): string => checker.typeToString(one, undefined, TypeFormatFlags.NoTruncation);

  const print = (one: ts.Type, depth: number): string => {
    if (depth > deepest) return "…";
    if (checker.isArrayType(one)) {
      const [element] = checker.getTypeArguments(one as ts.TypeReference);
      const text = element ? print(element, depth) : "unknown";
      return element?.isUnion() && !(element.flags & TypeFlags.Boolean) ? `(${text})[]` : `${text}[]`;
    }
    if (one.isUnion() && !(one.flags & TypeFlags.Boolean)) return printUnion(one, depth);
    if (!isPlainObject(one)) return byName(one);
    const members = checker.getPropertiesOfType(one).map((member) => printMember(member, depth));
    return printObject(members);
  };

  /** `true | false` is `boolean` again, and `null` and `undefined` stand last. */
  const printUnion = ({ types }: { types: readonly ts.Type[] }, depth: number): string => {
    const isBoolean = types.filter(({ flags }) => flags & TypeFlags.BooleanLiteral).length === 2;
    const rest = types.filter(({ flags }) => !(isBoolean && flags & TypeFlags.BooleanLiteral));
    const isNothing = ({ flags }: ts.Type): boolean => (flags & (TypeFlags.Null | TypeFlags.Undefined)) !== 0;
    const texts = [
      ...rest.filter((part) => !isNothing(part)).map((part) => print(part, depth)),
      ...(isBoolean ? ["boolean"] : []),
    ];
    return [...texts, ...rest.filter(isNothing).map(byName)].join(" | ");
  };

  const printMember = (member: ts.Symbol, depth: number): string => {
    const isOptional = (member.flags & SymbolFlags.Optional) !== 0;
    const type = checker.getTypeOfSymbolAtLocation(member, place);
    const key = /^[A-Za-z_$][\w$]*$/.test(member.name) ? member.name : JSON.stringify(member.name);
    const text = folded.includes(member.name)
      ? fold(type)
      : isOptional
        ? printDefined(type, depth + 1)
        : print(type, depth + 1);
    return `${key}${isOptional ? "?" : ""}: ${text};`;
  };

  /** An optional property says by its `?` that it may be undefined. */
  const printDefined = (one: ts.Type, depth: number): string => {
    if (!one.isUnion()) return print(one, depth);
    const types = one.types.filter(({ flags }) => !(flags & TypeFlags.Undefined));
    return types.length === 1 && types[0] ? print(types[0], depth) : printUnion({ types }, depth);
  };

  const fold = (one: ts.Type): string =>
    isPlainObject(checker.getNonNullableType(one)) ? "{ … }" : printDefined(one, deepest);

  const isPlainObject = (one: ts.Type): boolean => {
    if (one.isIntersection()) return one.types.every(isPlainObject);
    if (!(one.flags & TypeFlags.Object) || checker.getIndexInfosOfType(one).length > 0) return false;
    const isOwn = one.getCallSignatures().length === 0 && !one.isClass();
    const declaration = one.symbol?.declarations?.[0];
    return isOwn && !declaration?.getSourceFile().fileName.startsWith("/lib/");
  };

  return print(type, 0);
}

function printObject(members: readonly string[]): string {
  if (members.length === 0) return "{}";
  const line = `{ ${members.join(" ").replace(/;$/, "")} }`;
  if (line.length <= width && !line.includes("\n")) return line;
  return `{\n${members.map((member) => `${member.replaceAll(/^(?=.)/gm, "  ")}\n`).join("")}}`;
}
