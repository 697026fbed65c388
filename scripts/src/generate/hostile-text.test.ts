import vm from "node:vm";
import ts from "typescript";
import { expect, test } from "vitest";
import type { OpenApiDocument } from "../document/openapi.ts";
import { parseSpec } from "../document/read-document.ts";
import { compileTypes } from "./compile-types.ts";
import { renderClientEntry, renderMockFragment } from "./entries.ts";
import { documentOutputs } from "./outputs.ts";

/** A document with `text` in every place where a string of its author's choice may stand. */
function documentOf(text: string): OpenApiDocument {
  const described = { title: text, description: text, default: text, example: text, examples: [text], pattern: text };
  const words = { ...described, format: text, "x-text": text, externalDocs: { url: text, description: text } };
  const to = (section: string) => ({ $ref: `#/components/${section}/${refPart(text)}` });
  const schema = { type: "object", ...words, properties: { [text]: { type: "string", ...words } }, required: [text] };
  const operation = {
    operationId: text,
    summary: text,
    description: text,
    tags: [text],
    "x-klaviyo-operation-aliases": [`${text} old`],
    "x-klaviyo-scopes": [text],
    "x-klaviyo-ratelimit": { burst: text, steady: text },
    "x-klaviyo-filters": { [text]: { operators: { single: [text], list: [text] }, value: { enum: [text] } } },
    parameters: [
      to("parameters"),
      { name: `${text} own`, in: "query", schema: { type: "array", enum: [text] }, ...described },
    ],
    requestBody: to("requestBodies"),
    responses: {
      "200": to("responses"),
      [`4${text}`]: {
        description: text,
        headers: { [text]: to("headers"), [`${text} own`]: { schema: { const: text } } },
      },
    },
  };
  const document = {
    openapi: "3.1.0",
    info: { title: text, version: text, description: text },
    servers: [{ url: text, description: text }],
    tags: [{ name: text, description: text }],
    paths: {
      [text]: { summary: text, description: text, get: operation, put: { ...operation, operationId: undefined } },
    },
    webhooks: { [text]: { post: { operationId: `${text} hook`, responses: {} } } },
    components: {
      schemas: {
        [text]: schema,
        [`${text} enum`]: { ...words, enum: [text, `${text}2`] },
        [`${text} union`]: {
          oneOf: [to("schemas")],
          discriminator: { propertyName: text, mapping: { [text]: `#/components/schemas/${refPart(text)}` } },
        },
      },
      parameters: { [text]: { name: text, in: "query", description: text, schema: to("schemas") } },
      requestBodies: { [text]: { description: text, content: { [text]: { schema: to("schemas") } } } },
      responses: { [text]: { description: text, content: { [text]: { schema: to("schemas"), example: text } } } },
      headers: { [text]: { description: text, schema: { type: "string", enum: [text] } } },
      pathItems: { [text]: { get: { operationId: `${text} shared`, responses: {} } } },
    },
  };
  return parseSpec(JSON.stringify(document), "hostile.json").document;
}

function refPart(name: string): string {
  return encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
}

/** Runs a module and answers what it exports, and fails when anything else happened. */
function exportsOf(code: string): Record<string, unknown> {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const context = { exports: {} as Record<string, unknown>, require: () => ({}), ran: [] };
  vm.runInNewContext(outputText, context);
  expect(context.ran).toEqual([]);
  return JSON.parse(JSON.stringify(context.exports));
}

const run = "ran.push(1)";
const texts = [
  `"; ${run}; "`,
  `'; ${run}; '`,
  `\`; ${run}; \``,
  `\${${run}}`,
  `*/ ${run}; /*`,
  `/** */ ${run}`,
  `a\n${run}\n`,
  `a\r${run}\r`,
  `a\u2028${run}\u2029${run}`,
  `\\"; ${run}; //`,
  `\\`,
  `"]; ${run}; type A = ["`,
  `}; ${run}; type A = {`,
  "a#b",
  "a#/b",
  "#/components/schemas/A",
  "a/b~c%d~1e",
  "100%",
  "<!-- -->",
  "@ts-expect-error",
  "// @ts-nocheck",
  "name:0:",
  "constructor",
  "toString",
  "hasOwnProperty",
  "-1",
  "1e3",
  " ",
  "*",
  "ä 🙂 \u0000",
];

test.each(texts)("text of a document never becomes code: %j", (text) => {
  const outputs = documentOutputs(documentOf(text), text);
  const [types = "", table = ""] = outputs.values();
  expect(Object.keys(exportsOf(types))).toEqual([]);
  expect(exportsOf(table).operations).toMatchObject({ revision: text, paths: { [text]: { GET: 0, PUT: 0 } } });
  expect(exportsOf(renderMockFragment(documentOf(text))).fragment).toMatchObject({ revision: text });
  const { operations } = exportsOf(renderClientEntry(documentOf(text)));
  expect(operations).toMatchObject({ revision: text, profiles: [{ accept: text, explode: [`${text} own`] }] });

  // A name that is a number is one in TypeScript, too.
  const key = String(Number(text)) === text && !text.startsWith("-") ? text : JSON.stringify(text);
  const [quoted, own] = [text, `${text} own`].map((name) => JSON.stringify(name));
  const status = JSON.stringify(`4${text}`);
  const probe = `import type { components, filters, Operation, operations, paths, Revision, routes, Schema } from "./types.ts";
    const path: keyof paths & keyof routes["GET"] & keyof filters = ${key};
    const revision: Revision = ${quoted};
    const operation: routes["GET"][typeof path] = null! as Operation<${key}>;
    const alias: operations[${JSON.stringify(`${text} old`)}] = operation;
    const query: NonNullable<operations[${quoted}]["parameters"]["query"]>[${own}] = null! as undefined;
    const body: Schema<${key}>[${quoted}] = ${quoted};
    const answer: operations[${quoted}]["responses"][200]["content"][${quoted}] = null! as Schema<${key}>;
    const header: operations[${quoted}]["responses"][${status}]["headers"][${own}] = ${quoted};
    const value: Schema<${JSON.stringify(`${text} enum`)}> = ${quoted};
    const kind: Schema<${JSON.stringify(`${text} union`)}>[${quoted}] = ${quoted};
    const shared: components["pathItems"][${quoted}]["get"] = null! as operations[${JSON.stringify(`${text} shared`)}];`;
  const program = compileTypes({ "/types.ts": types, "/probe.ts": probe });
  const problems = program.getSemanticDiagnostics(program.getSourceFile("/probe.ts"));
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
});
