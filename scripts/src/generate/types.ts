import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import { astToString, tsLiteral } from "openapi-typescript/dist/lib/ts.js";
import { resolveRef, scanDiscriminators } from "openapi-typescript/dist/lib/utils.js";
import transformSchema from "openapi-typescript/dist/transform/index.js";
import ts from "typescript";
import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument, Schema } from "../document/openapi.ts";
import { SpecError } from "../document/spec-error.ts";
import { type Aliases, applyAliases } from "./aliases.ts";
import { hideNames } from "./hide-names.ts";
import { nameRecursiveLists } from "./name-recursive-lists.ts";
import { dropRevisionHeader, prepareDocument } from "./prepare-document.ts";
import { renderAliases, renderFilters, renderRoutes } from "./routes.ts";

export interface TypesOptions {
  /** Values that an enum of an answer may still grow by: `"a" | "b" | (string & {})`. @default false */
  openEnums?: boolean;
  /** What happens to a `revision` header: our client sends it, so its callers do not pass it. @default "dropped" */
  revisionHeader?: "dropped" | "kept";
  /** Whether the document may be changed, which saves a copy of it. @default false */
  inPlace?: boolean;
  /** Former names that go on working, deprecated. */
  aliases?: Aliases;
}

/**
 * The types of a document: openapi-typescript's `paths`, `components` and `operations`, our `routes` and `filters`, and
 * the names a user asks for. The only file that knows openapi-typescript, which is frozen upstream.
 */
export function generateTypes(published: OpenApiDocument, options: TypesOptions = {}): string {
  const document = options.inPlace ? published : structuredClone(published);
  if (options.aliases) applyAliases(document, options.aliases);
  if (options.revisionHeader !== "kept") dropRevisionHeader(document);
  const routes = renderRoutes(document);
  const filters = renderFilters(document);
  const aliases = renderAliases(document);
  const revision = JSON.stringify(document.info?.version ?? "");
  const hasIds = [...listOperations(document)].some(({ operation }) => operation.operationId);
  return [
    transform(document, options),
    routes,
    filters,
    aliases,
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

/**
 * What openapi-typescript makes of a document, which is changed. Its bundler and linter are left out: the document was
 * read and checked, nothing outside of it is to be read, and they cost as much as all the rest.
 */
function transform(document: OpenApiDocument, { openEnums }: TypesOptions): string {
  prepareDocument(document);
  const reveal = hideNames(document);
  const schema = document as unknown as OpenAPI3;
  const context = {
    ...defaults,
    injectFooter: [],
    resolve: <Target>(ref: string) => resolveRef<Target>(schema, ref, { silent: true }),
    transform: openEnums ? openEnum : undefined,
    transformProperty: undefined,
    postTransform: undefined,
  } satisfies Omit<GlobalContext, "discriminators" | "redoc">;
  try {
    const discriminators = scanDiscriminators(schema, defaults);
    // `redoc` is the configuration of the linter.
    const nodes = transformSchema(schema, { ...context, discriminators } as unknown as GlobalContext);
    return reveal(astToString(nameRecursiveLists(nodes)))
      .replace(withRequired, lenientWithRequired)
      .trimEnd();
  } catch (error) {
    // Whatever openapi-typescript stumbles over is in the document: a list of schemas that is none, say.
    throw new SpecError(`types cannot be made of it: ${(error as Error).message.split("\n")[0]}`);
  }
}

/** Its helper for `required` beside `allOf` fails where a part may be null, or lacks a name that is required. */
const withRequired = /^type WithRequired<T, K extends keyof T> = [^;]*;\n\};$/m;
const lenientWithRequired =
  "type WithRequired<T, K extends keyof any> = T & Required<Pick<NonNullable<T>, K & keyof NonNullable<T>>>;";

const defaults = {
  silent: true,
  // A property with a default may still be left out by the caller.
  defaultNonNullable: false,
  // Otherwise `custom_metadata` is Record<string, never>.
  emptyObjectsUnknown: true,
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
} as const;

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
