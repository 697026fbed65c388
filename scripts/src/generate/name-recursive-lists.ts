import ts from "typescript";

/**
 * Gives the lists of schemas that contain themselves with no object between, `Json: string | Json[]`, names of their own.
 * TypeScript resolves a property's type at once and refuses such a circle; the elements of a named list can wait.
 */
export function nameRecursiveLists(nodes: readonly ts.Node[]): ts.Node[] {
  const schemas = schemaTypes(nodes);
  const recursive = [...schemas].filter(([name]) => contains(schemas, name, name)).map(([, type]) => type);
  if (recursive.length === 0) return [...nodes];
  const lists: ts.Node[] = [];
  const nameLists = (node: ts.Node): ts.Node => {
    if (ts.isTypeLiteralNode(node)) return node;
    if (!isList(node)) return ts.visitEachChild(node, nameLists, undefined);
    const name = `RecursiveList${lists.length + 1}`;
    lists.push(ts.factory.createTypeAliasDeclaration(undefined, name, undefined, node));
    return ts.factory.createTypeReferenceNode(name);
  };
  const mend = (node: ts.Node): ts.Node =>
    recursive.includes(node as ts.TypeNode) ? nameLists(node) : ts.visitEachChild(node, mend, undefined);
  const mended = nodes.map((node) => (isComponents(node) ? mend(node) : node));
  return [...mended, ...lists];
}

function schemaTypes(nodes: readonly ts.Node[]): Map<string, ts.TypeNode> {
  const members = nodes.filter(isComponents).flatMap(({ members }) => membersOf(members, "schemas"));
  return new Map(members.flatMap(({ name, type }) => (type && "text" in name ? [[name.text, type]] : [])));
}

function membersOf(members: readonly ts.TypeElement[], name: string): ts.PropertySignature[] {
  const holder = members
    .filter(ts.isPropertySignature)
    .find((member) => "text" in member.name && member.name.text === name)?.type;
  return holder && ts.isTypeLiteralNode(holder) ? holder.members.filter(ts.isPropertySignature) : [];
}

/** Whether the type of a schema leads to another, or to itself, without an object on the way. */
function contains(
  schemas: ReadonlyMap<string, ts.TypeNode>,
  from: string,
  wanted: string,
  seen = new Set<string>(),
): boolean {
  return [...schemasIn(schemas.get(from))].some((name) => {
    if (name === wanted) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return contains(schemas, name, wanted, seen);
  });
}

/** The names in each `components["schemas"][name]` of a type, outside of the objects in it. */
function* schemasIn(node: ts.Node | undefined): Generator<string> {
  if (!node || ts.isTypeLiteralNode(node)) return;
  if (ts.isIndexedAccessTypeNode(node) && ts.isIndexedAccessTypeNode(node.objectType)) {
    const { indexType } = node;
    if (ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal)) yield indexType.literal.text;
    return;
  }
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* schemasIn(child);
}

function isList(node: ts.Node): node is ts.ArrayTypeNode | ts.TupleTypeNode {
  return ts.isArrayTypeNode(node) || ts.isTupleTypeNode(node);
}

function isComponents(node: ts.Node): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === "components";
}
