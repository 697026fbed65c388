import openapiTS, { astToString, type OpenAPI3, tsLiteral } from "openapi-typescript";
import ts from "typescript";
import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument, Schema } from "../document/openapi.ts";
import { SpecError } from "../document/spec-error.ts";
import { type Aliases, applyAliases } from "./aliases.ts";
import { keepInside } from "./keep-inside.ts";
import { normalizeDocument } from "./normalize-document.ts";
import { refuseInheritedNames } from "./refuse-inherited-names.ts";
import { renderAliases, renderFilters, renderRoutes } from "./routes.ts";

export interface TypesOptions {
  /** Values that an enum of an answer may still grow by: `"a" | "b" | (string & {})`. @default false */
  openEnums?: boolean;
  /** Former names that go on working, deprecated. */
  aliases?: Aliases;
}

/**
 * The types of a document: openapi-typescript's `paths`, `components` and `operations`, our `routes` and `filters`, and
 * the names a user asks for. The only file that knows openapi-typescript, which is frozen upstream.
 */
export async function generateTypes(published: OpenApiDocument, options: TypesOptions = {}): Promise<string> {
  const document = structuredClone(published);
  if (options.aliases) applyAliases(document, options.aliases);
  refuseInheritedNames(document);
  keepInside(document);
  normalizeDocument(document);
  const nodes = await transform(document, options);
  const revision = JSON.stringify(document.info?.version ?? "");
  const hasIds = [...listOperations(document)].some(({ operation }) => operation.operationId);
  return [
    astToString(nodes).trimEnd(),
    renderRoutes(document),
    renderFilters(document),
    renderAliases(document),
    `/** The revision these types describe. */\nexport type Revision = ${revision};`,
    '/** A named schema of the API, e.g. `Schema<"CatalogItemCreateQuery">`. */\n' +
      'export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];',
    hasIds
      ? '/** Parameters, body and responses of an operation, e.g. `Operation<"get_catalog_items">`. */\n' +
        "export type Operation<Id extends keyof operations> = operations[Id];"
      : "",
  ]
    .filter(Boolean)
    .join("\n\n")
    .concat("\n");
}

async function transform(document: OpenApiDocument, { openEnums }: TypesOptions) {
  try {
    return await openapiTS(document as unknown as OpenAPI3, {
      silent: true,
      // A property with a default may still be left out by the caller.
      defaultNonNullable: false,
      // Otherwise `custom_metadata` is Record<string, never>.
      emptyObjectsUnknown: true,
      ...(openEnums && { transform: openEnum }),
    });
  } catch (error) {
    // Whatever openapi-typescript stumbles over is in the document: a reference to a part that is no schema, say.
    throw new SpecError(`types cannot be made of it: ${(error as Error).message.split("\n")[0]}`);
  }
}

/** Enums of answers only: for a request, one more value to choose from breaks nobody. */
function openEnum(schema: object, { path = "" }: { path?: string }) {
  const { enum: values, nullable } = schema as Schema;
  if (!values || values.length < 2 || !values.every((value) => typeof value === "string")) return undefined;
  if (/\/(parameters|requestBody)\b/.test(path)) return undefined;
  const anyString = ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  );
  const members = [...values.map((value) => tsLiteral(value)), anyString];
  if (nullable) members.push(ts.factory.createLiteralTypeNode(ts.factory.createNull()));
  return ts.factory.createUnionTypeNode(members);
}
