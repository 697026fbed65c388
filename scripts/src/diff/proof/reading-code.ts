import type { OpenApiDocument } from "../../document/openapi.ts";
import { isObject, kindOf, lookUp, mapOf, type Node, schemaType, shapeOf, typeCode } from "./schema-code.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

/** Statements that read all of an answer, each part into a variable of the type it has, and compare it with all that it can be. */
export function reading(
  document: OpenApiDocument,
  reference: Node,
  place: string,
  inside: readonly Node[] = [],
): string[] {
  const node = lookUp(document, reference);
  const lines = [`{ const read: ${typeCode(document, reference)} | undefined = ${place}; }`];
  if (reference.$ref) lines.push(`{ const named: ${schemaType(reference.$ref)} | undefined | null = ${place}; }`);
  if (inside.includes(node)) return lines;
  const deeper = [...inside, node];
  const there = `${place}!`;
  lines.push(...comparisons(node, there));
  if (node.oneOf && !isObject(node)) lines.push(...variants(document, node.oneOf, there, deeper));
  else if (node.type === "array") lines.push(...reading(document, node.items ?? {}, `${there}[0]`, deeper));
  else if (isObject(node)) {
    const { properties, open } = shapeOf(document, node);
    const map = mapOf(node);
    if (map) lines.push(...reading(document, map, `${there}["anything"]`, deeper));
    for (const name of open) lines.push(`{ const read: unknown = ${there}["${name}"]; }`);
    for (const member of node.allOf ?? []) {
      if (member.$ref) lines.push(`{ const named: ${schemaType(member.$ref)} = ${there}; }`);
    }
    for (const [name, { node: child, required }] of properties) {
      const property = `${there}[${JSON.stringify(name)}]`;
      // Read without a thought of it being missing, as one does with a property that is always there.
      if (required) lines.push(`{ const read: ${typeCode(document, child)} = ${property}; }`);
      lines.push(...reading(document, child, property, deeper));
    }
  }
  return lines;
}

/** The members of a `oneOf` told apart by their `type`. */
function variants(
  document: OpenApiDocument,
  members: readonly Node[],
  place: string,
  inside: readonly Node[],
): string[] {
  return members.flatMap((member) => {
    const node = lookUp(document, member);
    const type = kindOf(document, member, members);
    const names = member.$ref ? [`{ const named: ${schemaType(member.$ref)} | undefined = undefined; }`] : [];
    if (type === undefined) return [...names, ...comparisons(node, place)];
    const it = `it${inside.length}`;
    const body = reading(document, node, it, inside);
    return [...names, `{ const ${it} = ${place}; if (${it}.type === ${JSON.stringify(type)}) { ${body.join(" ")} } }`];
  });
}

/** A plain value compared with what it can be. */
function comparisons({ enum: values, type }: Node, place: string): string[] {
  const samples = { string: ["anything"], boolean: [true, false], number: [12345], integer: [12345] };
  const possible = values ?? samples[type as keyof typeof samples] ?? [];
  return possible.map((value) => `if (${place} === ${JSON.stringify(value)}) {}`);
}
