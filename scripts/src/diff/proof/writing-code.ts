import type { OpenApiDocument } from "../../document/openapi.ts";
import { isObject, kindOf, lookUp, type Node, schemaType, shapeOf, valueCodes } from "./schema-code.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

/** Statements that write a body of `type` in every way: as a literal, from parts that have names, and property by property. */
export function writing(document: OpenApiDocument, schema: Node, type: string): string[] {
  return [
    "{",
    ...valueCodes(document, schema).map((value) => `{ const body: ${type} = ${value}; }`),
    ...namedParts(document, schema, type),
    // A call, because the compiler remembers what was last assigned to a variable.
    `const draft: () => ${type} = null!;`,
    "const inside: <Part>(part: Part) => unknown extends Part ? any : NonNullable<Part> = null!;",
    ...assignments(document, schema, "draft()", []),
    "}",
  ];
}

/**
 * A request put together property by property, which a read-only one refuses. On the way to a property `inside` reads
 * what holds it: where the new types take anything, nothing is refused there, and reading a request is not measured.
 */
function assignments(document: OpenApiDocument, schema: Node, place: string, inside: readonly Node[]): string[] {
  const node = lookUp(document, schema);
  if (inside.includes(node)) return [];
  const deeper = [...inside, node];
  if (node.type === "array") return assignments(document, node.items ?? {}, `inside(${place})[0]`, deeper);
  if (node.oneOf && !isObject(node)) {
    return node.oneOf.flatMap((member) => {
      const type = kindOf(document, member, node.oneOf ?? []);
      // One within another is another variable.
      const it = `it${deeper.length}`;
      const body = assignments(document, member, it, deeper).join(" ");
      return type === undefined
        ? []
        : [`{ const ${it} = inside(${place}); if (${it}.type === ${JSON.stringify(type)}) { ${body} } }`];
    });
  }
  if (!isObject(node)) return [];
  return [...shapeOf(document, node).properties].flatMap(([name, { node: child }]) => {
    const property = `inside(${place})[${JSON.stringify(name)}]`;
    // What contains itself is written once more, because only there some places are met.
    const [value] = [...valueCodes(document, child, inside), ...valueCodes(document, child)];
    const write = lookUp(document, child).readOnly || value === undefined ? [] : [`${property} = ${value};`];
    return [...write, ...assignments(document, child, property, deeper)];
  });
}

/** A part of a request kept in a variable that has the name of its schema. */
function namedParts(document: OpenApiDocument, schema: Node, type: string): string[] {
  const lines: string[] = [];
  const visit = (node: Node, place: string, seen: readonly Node[]) => {
    const target = lookUp(document, node);
    if (node.$ref) lines.push(`{ const part: ${place} = null! as ${schemaType(node.$ref)}; }`);
    if (seen.includes(target)) return;
    if (target.allOf) for (const member of target.allOf) visitNames(member);
    if (!isObject(target)) for (const member of target.oneOf ?? []) visitNames(member);
    if (!isObject(target)) return;
    for (const [name, { node: child }] of shapeOf(document, target).properties) {
      visit(child, `NonNullable<${place}>[${JSON.stringify(name)}]`, [...seen, target]);
    }
  };
  const visitNames = (member: Node) => {
    if (member.$ref) lines.push(`{ const named: ${schemaType(member.$ref)} | undefined = undefined; }`);
  };
  visit(schema, type, []);
  return lines;
}
