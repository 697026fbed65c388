import type { OpenApiDocument } from "../../document/openapi.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

export type Node = { [keyword: string]: unknown } & {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  enum?: unknown[];
  required?: string[];
  readOnly?: boolean;
  properties?: Record<string, Node>;
  items?: Node;
  allOf?: Node[];
  oneOf?: Node[];
  anyOf?: Node[];
  additionalProperties?: boolean | Node;
};

export interface ObjectShape {
  /** Names that it may have besides, because it is (or merges) an object that takes any. */
  open: string[];
  properties: Map<string, { node: Node; required: boolean }>;
}

export function lookUp(document: OpenApiDocument, node: Node): Node {
  if (node.$ref === undefined) return Array.isArray(node.type) ? oneOfTypes(node, node.type) : node;
  const found = document.components?.schemas?.[node.$ref.split("/").at(-1) ?? ""] as Node | undefined;
  if (!found) throw new Error(`no ${node.$ref}`);
  const target = lookUp(document, found);
  if (!node.nullable) return target;
  // One object for each, or a recursive schema would never be met again.
  const nullable = nullables.get(target) ?? { ...target, nullable: true };
  nullables.set(target, nullable);
  return nullable;
}

const nullables = new WeakMap<Node, Node>();

/** A list of types as one schema for each. */
function oneOfTypes({ type: _, ...node }: Node, types: string[]): Node {
  return { ...(node.nullable && { nullable: true }), oneOf: types.map((type) => ({ ...node, type })) };
}

const freeNames = ["anything", "must", "extra0", "extra1", "extra2"];

/** Properties with those of `allOf` members. */
export function shapeOf(document: OpenApiDocument, node: Node): ObjectShape {
  const properties: ObjectShape["properties"] = new Map();
  let isOpen = false;
  for (const part of [node, ...(node.allOf ?? []).map((member) => lookUp(document, member))]) {
    if (part !== node && part.allOf) {
      const inner = shapeOf(document, part);
      for (const [name, property] of inner.properties) properties.set(name, property);
      if (inner.open.length > 0) isOpen = true;
    }
    if (part.additionalProperties === true) isOpen = true;
    const isBare = part.type === "object" && Object.keys(part.properties ?? {}).length === 0;
    if (isBare && (part.additionalProperties ?? true) === true) isOpen = true;
    for (const [name, child] of Object.entries(part.properties ?? {})) {
      properties.set(name, { node: child, required: part.required?.includes(name) ?? false });
    }
  }
  return { properties, open: isOpen ? freeNames.filter((name) => !properties.has(name)) : [] };
}

/** The schema of whatever an object holds that has no properties with names. */
export function mapOf({ properties, additionalProperties }: Node): Node | undefined {
  return properties === undefined && typeof additionalProperties === "object" ? additionalProperties : undefined;
}

export function isObject(node: Node): boolean {
  return node.type === "object" || node.properties !== undefined || node.allOf !== undefined;
}

/** The type that a program of the old package would write down itself, without any name from the package. */
export function typeCode(document: OpenApiDocument, reference: Node, inside: readonly Node[] = []): string {
  const node = lookUp(document, reference);
  if (inside.includes(node)) return "unknown";
  const deeper = [...inside, node];
  const type = bareType(document, node, deeper);
  return node.nullable ? `(${type} | null)` : type;
}

function bareType(document: OpenApiDocument, node: Node, inside: readonly Node[]): string {
  if (node.enum) return `(${node.enum.map((value) => JSON.stringify(value)).join(" | ")})`;
  if (node.oneOf && !isObject(node))
    return `(${node.oneOf.map((member) => typeCode(document, member, inside)).join(" | ")})`;
  if (node.type === "array") return `${typeCode(document, node.items ?? {}, inside)}[]`;
  if (isObject(node)) {
    const { properties } = shapeOf(document, node);
    const map = mapOf(node);
    if (map) return `{ [key: string]: ${typeCode(document, map, inside)} }`;
    if (properties.size === 0) return `{ [key: string]: ${node.additionalProperties === false ? "never" : "unknown"} }`;
    const members = [...properties].map(
      ([name, { node: child, required }]) =>
        `${JSON.stringify(name)}${required ? "" : "?"}: ${typeCode(document, child, inside)}`,
    );
    return `{ ${members.join("; ")} }`;
  }
  return { string: "string", number: "number", integer: "number", boolean: "boolean" }[node.type ?? ""] ?? "unknown";
}

/** Values as a program would write them: the fullest, the least, and one for each single thing that may differ. */
export function valueCodes(document: OpenApiDocument, reference: Node, inside: readonly Node[] = []): string[] {
  const node = lookUp(document, reference);
  const values = inside.includes(node) ? [] : bareValues(document, node, [...inside, node]);
  return node.nullable ? [...values, "null"] : values;
}

function bareValues(document: OpenApiDocument, node: Node, inside: readonly Node[]): string[] {
  if (node.enum) return node.enum.map((value) => JSON.stringify(value));
  if (node.oneOf && !isObject(node)) return node.oneOf.flatMap((member) => valueCodes(document, member, inside));
  if (node.type === "array") {
    return ["[]", ...valueCodes(document, node.items ?? {}, inside).map((value) => `[${value}]`)];
  }
  if (isObject(node)) return objectValues(document, node, inside);
  return (
    { string: ['("" as string)'], number: ["(1 as number)"], integer: ["(1 as number)"] }[node.type ?? ""] ?? [
      node.type === "boolean" ? "(true as boolean)" : "({} as unknown)",
    ]
  );
}

function objectValues(document: OpenApiDocument, node: Node, inside: readonly Node[]): string[] {
  const { properties, open } = shapeOf(document, node);
  const free = open.map((name) => `${name}: ({} as unknown)`).join(", ");
  const map = mapOf(node);
  if (map) return ["{}", ...valueCodes(document, map, inside).map((value) => `{ anything: ${value} }`)];
  if (properties.size === 0) return ["{}", ...(free ? [`{ ${free} }`] : [])];
  const choices = [...properties].map(([name, property]) => ({
    name,
    required: property.required,
    values: valueCodes(document, property.node, inside),
  }));
  // A schema that requires itself has no value that could be written down.
  for (const choice of choices)
    if (choice.required && choice.values.length === 0) choice.values.push("(null! as never)");
  const write = (chosen: (choice: (typeof choices)[number]) => string | undefined) => {
    const members = choices.flatMap((choice) => {
      const value = chosen(choice);
      return value === undefined ? [] : [`${JSON.stringify(choice.name)}: ${value}`];
    });
    return `{ ${members.join(", ")} }`;
  };
  const least = (choice: (typeof choices)[number]) => (choice.required ? choice.values[0] : undefined);
  const single = choices.flatMap((choice) =>
    choice.values.map((value) => write((other) => (other === choice ? value : least(other)))),
  );
  const opened = open.length > 0 ? [`{ ...${write(least)}, ${free} }`] : [];
  return [...new Set([write(least), write(({ values }) => values[0]), ...single, ...opened])];
}

/** The `type` of a member of a `oneOf`, where all of them have one to be told apart by. */
export function kindOf(document: OpenApiDocument, member: Node, members: readonly Node[]): unknown {
  const kinds = (each: Node) => shapeOf(document, lookUp(document, each)).properties.get("type")?.node.enum ?? [];
  return members.every((each) => kinds(each).length > 0) ? kinds(member)[0] : undefined;
}

/** A schema by its name in the package. */
export function schemaType(ref: string): string {
  return `components["schemas"][${JSON.stringify(ref.split("/").at(-1))}]`;
}
