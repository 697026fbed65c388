import type { OpenApiDocument } from "../../document/openapi.ts";
import { isObject, lookUp, type Node, shapeOf, typeCode, valueCodes } from "./schema-code.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

interface RawOperation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: Node }[];
  requestBody?: { required?: boolean; content: Record<string, { schema: Node }> };
  responses: Record<string, { content?: Record<string, { schema: Node }> }>;
  "x-klaviyo-filters"?: Record<string, { operators: Record<string, string[]>; value: Node }>;
}

export interface ConsumerProgram {
  operation: string;
  code: string;
}

/**
 * One program for each operation of a document that uses all of it: builds every request, reads every property of every
 * answer into a variable of the type it has, and compares values with all that they can be. It is written from the
 * document alone and imports the package's types from `module`.
 */
export function consumerPrograms(document: OpenApiDocument, module: string): ConsumerProgram[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, value]) => {
      const operation = value as unknown as RawOperation;
      const lines = [
        `import type { components, filters, operations, routes } from "${module}";`,
        `type Op = routes[${JSON.stringify(method.toUpperCase())}][${JSON.stringify(path)}];`,
        `declare const byId: operations[${JSON.stringify(operation.operationId)}];`,
        "const sameById: Op = byId;",
        ...requestCode(document, operation),
        ...answerCode(document, operation),
        ...filterCode(path, operation),
      ];
      return { operation: operation.operationId, code: lines.join("\n") };
    }),
  );
}

function requestCode(document: OpenApiDocument, { parameters = [], requestBody }: RawOperation): string[] {
  const lines: string[] = [];
  const own = parameters.filter(({ name }) => name !== "revision");
  const places = [...new Set(own.map((parameter) => parameter.in))];
  const write = (chosen: (parameter: (typeof own)[number]) => string | undefined) => {
    const groups = places.flatMap((place) => {
      const members = own
        .filter((parameter) => parameter.in === place)
        .flatMap((parameter) => {
          const value = chosen(parameter);
          return value === undefined ? [] : [`${JSON.stringify(parameter.name)}: ${value}`];
        });
      return members.length > 0 ? [`${place}: { ${members.join(", ")} }`] : [];
    });
    return `{ ${groups.join(", ")} }`;
  };
  const valuesOf = (parameter: (typeof own)[number]) => valueCodes(document, parameter.schema);
  const least = (parameter: (typeof own)[number]) => (parameter.required ? valuesOf(parameter)[0] : undefined);
  const calls = [write(least), write((parameter) => valuesOf(parameter)[0])];
  for (const parameter of own) {
    for (const value of valuesOf(parameter)) {
      calls.push(write((other) => (other === parameter ? value : least(other))));
    }
  }
  for (const [index, call] of [...new Set(calls)].entries()) {
    lines.push(`const call${index}: Op["parameters"] = ${call};`);
  }
  if (!requestBody?.required) lines.push('const noBody: Pick<Op, "requestBody"> = {};');
  for (const [media, { schema }] of Object.entries(requestBody?.content ?? {})) {
    const body = `NonNullable<Op["requestBody"]>["content"][${JSON.stringify(media)}]`;
    for (const [index, value] of valueCodes(document, schema).entries()) {
      lines.push(`const body${index}: ${body} = ${value};`);
    }
    lines.push(...namedRequests(document, schema, body));
    // A call, because the compiler remembers what was last assigned to a variable.
    lines.push(
      `declare function draft(): ${body};`,
      "declare function inside<Part>(part: Part): unknown extends Part ? any : NonNullable<Part>;",
      ...assignments(document, schema, "draft()", []),
    );
  }
  return lines;
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
    const [value] = valueCodes(document, child, inside);
    const write = lookUp(document, child).readOnly || value === undefined ? [] : [`${property} = ${value};`];
    return [...write, ...assignments(document, child, property, deeper)];
  });
}

/** A part of a request kept in a variable that has the name of its schema. */
function namedRequests(document: OpenApiDocument, schema: Node, type: string): string[] {
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

function answerCode(document: OpenApiDocument, { responses }: RawOperation): string[] {
  const lines: string[] = [];
  for (const [status, { content = {} }] of Object.entries(responses)) {
    const statusType = /^\d+$/.test(status) ? status : JSON.stringify(status);
    lines.push(`{ type Status = Op["responses"][${statusType}]; }`);
    for (const [index, [media, { schema }]] of Object.entries(content).entries()) {
      const name = `answer${status}_${index}`;
      lines.push(`declare const ${name}: Op["responses"][${statusType}]["content"][${JSON.stringify(media)}];`);
      lines.push(...reading(document, schema, name, []));
    }
  }
  lines.push(...successCode(document, responses));
  return lines;
}

/** As a client types `data`: the body of whichever success it was. */
function successCode(document: OpenApiDocument, responses: RawOperation["responses"]): string[] {
  return ["2", "4"].flatMap((first) => {
    const bodies = Object.entries(responses).filter(([status]) => status.startsWith(first));
    const schemas = bodies.flatMap(([, { content = {} }]) => Object.values(content).map(({ schema }) => schema));
    if (schemas.length === 0) return [];
    const isEmpty = bodies.some(([, { content = {} }]) => Object.keys(content).length === 0);
    const keys = `{ [Status in keyof Op["responses"]]: \`\${Status & (string | number)}\` extends \`${first}\${string}\` ? Op["responses"][Status] : never }[keyof Op["responses"]]`;
    const types = schemas.map((schema) => typeCode(document, schema));
    const union = [...types, ...(isEmpty ? ["undefined"] : [])].join(" | ");
    return [
      `type Body${first}<Answer> = Answer extends { content: infer Content } ? Content[keyof Content] : undefined;`,
      `declare const any${first}: Body${first}<${keys}>;`,
      `const data${first}: ${union} = any${first};`,
    ];
  });
}

function reading(document: OpenApiDocument, reference: Node, place: string, inside: readonly Node[]): string[] {
  const node = lookUp(document, reference);
  const lines = [`{ const read: ${typeCode(document, reference)} | undefined = ${place}; }`];
  if (reference.$ref) lines.push(`{ const named: ${schemaType(reference.$ref)} | undefined | null = ${place}; }`);
  if (inside.includes(node)) return lines;
  const deeper = [...inside, node];
  const there = `${place}!`;
  if (node.enum) for (const value of node.enum) lines.push(`if (${there} === ${JSON.stringify(value)}) {}`);
  else if (node.oneOf && !isObject(node)) lines.push(...variants(document, node.oneOf, there, deeper));
  else if (node.type === "string") lines.push(`if (${there} === "anything") {}`);
  else if (node.type === "boolean") lines.push(`if (${there} === true) {}`, `if (${there} === false) {}`);
  else if (node.type === "number" || node.type === "integer") lines.push(`if (${there} === 12345) {}`);
  else if (node.type === "array") lines.push(...reading(document, node.items ?? {}, `${there}[0]`, deeper));
  else if (isObject(node)) {
    const { properties, open } = shapeOf(document, node);
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

/** The `type` of a member of a `oneOf`, where all of them have one to be told apart by. */
function kindOf(document: OpenApiDocument, member: Node, members: readonly Node[]): unknown {
  const kinds = (each: Node) => shapeOf(document, lookUp(document, each)).properties.get("type")?.node.enum ?? [];
  return members.every((each) => kinds(each).length > 0) ? kinds(member)[0] : undefined;
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
    if (type === undefined) return names;
    const it = `it${inside.length}`;
    const body = reading(document, node, it, inside);
    return [...names, `{ const ${it} = ${place}; if (${it}.type === ${JSON.stringify(type)}) { ${body.join(" ")} } }`];
  });
}

function filterCode(path: string, operation: RawOperation): string[] {
  return Object.entries(operation["x-klaviyo-filters"] ?? {}).flatMap(([field, { operators, value }]) =>
    Object.values(operators)
      .flat()
      .map((operator) => {
        const place = [path, field, operator].map((key) => `[${JSON.stringify(key)}]`).join("");
        const code = { string: '("" as string)', number: "(1 as number)", boolean: "(true as boolean)" };
        return `{ const value: filters${place} = ${code[(value.type as "string") ?? "string"]}; }`;
      }),
  );
}

function schemaType(ref: string): string {
  return `components["schemas"][${JSON.stringify(ref.split("/").at(-1))}]`;
}
