import type { OpenApiDocument } from "../../document/openapi.ts";
import { methodsOf } from "./raw-document.ts";
import { reading } from "./reading-code.ts";
import { type Node, typeCode, valueCodes } from "./schema-code.ts";
import { writing } from "./writing-code.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

interface RawParameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Node;
}

interface RawOperation {
  operationId: string;
  tags?: string[];
  parameters?: RawParameter[];
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
export function consumerPrograms(
  document: OpenApiDocument,
  module: string,
  isSelected: (operation: { tags?: string[] }) => boolean,
): ConsumerProgram[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(methodsOf<RawOperation>(item)).flatMap(([method, operation]) => {
      if (!isSelected(operation)) return [];
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
  const write = (chosen: (parameter: RawParameter) => string | undefined) => {
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
  // Where a parameter holds text of a media type, programs write that text.
  const valuesOf = ({ schema = { type: "string" } }: RawParameter) => valueCodes(document, schema);
  const least = (parameter: RawParameter) => (parameter.required ? valuesOf(parameter)[0] : undefined);
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
    lines.push(...writing(document, schema, `NonNullable<Op["requestBody"]>["content"][${JSON.stringify(media)}]`));
  }
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
      lines.push(...reading(document, schema, name));
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

/** As {@link consumerPrograms}, for what the API calls: it reads every request and gives every answer. */
export function incomingPrograms(document: OpenApiDocument, module: string): ConsumerProgram[] {
  return Object.entries((document as { webhooks?: object }).webhooks ?? {}).flatMap(([name, item]) =>
    Object.entries(methodsOf<RawOperation>(item)).map(([method, { requestBody, responses }]) => {
      const bodies = Object.entries(requestBody?.content ?? {});
      const lines = [
        `import type { components, webhooks } from "${module}";`,
        `type Op = webhooks[${JSON.stringify(name)}]["${method}"];`,
        "declare const call: Op;",
        ...(requestBody?.required ? ['const sent: NonNullable<Op["requestBody"]> = call.requestBody;'] : []),
        ...bodies.flatMap(([media, { schema }]) =>
          reading(document, schema, `call.requestBody!.content[${JSON.stringify(media)}]`),
        ),
        ...Object.entries(responses).flatMap(([status, { content = {} }]) => [
          `{ type Status = Op["responses"][${status}]; }`,
          ...Object.entries(content).flatMap(([media, { schema }]) =>
            writing(document, schema, `Op["responses"][${status}]["content"][${JSON.stringify(media)}]`),
          ),
        ]),
      ];
      return { operation: name, code: lines.join("\n") };
    }),
  );
}
