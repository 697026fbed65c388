import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { renderCallNames } from "./call-names.ts";
import { commentText } from "./comment-text.ts";
import { mockFragment } from "./mock-fragment.ts";
import { operationTable, renderOperationTable } from "./operation-table.ts";

/** A pinned entry of the client: its own operation table, and everything that does not depend on the revision. */
export function renderClientEntry(document: OpenApiDocument): string {
  const revision = document.info?.version ?? "";
  const shown = commentText(revision);
  return `import type { filters, routes } from ${JSON.stringify(`@org/types/${revision}`)};
import type { Answer, ResourceIn } from "../call-types/answer.ts";
import type { FiltersOf } from "../call-types/api.ts";
import type { CallBody, CallInit, Query } from "../call-types/call-init.ts";
import type { Client as ClientOf } from "../client/client.ts";
import type { ClientOptions } from "../client/client-options.ts";
import { connect } from "../client/connect.ts";
import type { OperationTable } from "../operations/operation-table.ts";

export * from "../shared.ts";

/** Path, method, limits and media types of every operation of revision ${shown}. */
export const operations: OperationTable = ${renderOperationTable(operationTable(document))};

/** What the types of calls are made from: the operations and filters of revision ${shown}. */
export interface Api {
  routes: routes;
  filters: filters;
}

/** A client of revision ${shown}. */
export interface Client extends ClientOf<Api> {}

/**
 * Makes a client that sends \`revision: ${shown}\`. Importing and creating it sends nothing.
 *
 * @throws TypeError when there is no credential, or more than one
 * @example
 * \`\`\`ts
 * import { createClient } from "@org/client/${shown}";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * \`\`\`
 */
export function createClient(options: ClientOptions): Client {
  return connect<Api>(operations, options);
}

${renderCallNames(document)}`;
}

/**
 * One operation or schema a line: a small file, whose diff still shows which ones changed. It is text that is parsed as
 * JSON, because the parser of JavaScript takes three times as long for the same.
 */
export function renderMockFragment(document: OpenApiDocument): string {
  const { revision, operations, schemas } = mockFragment(document);
  const operationLines = operations.map((operation) => `\n${JSON.stringify(operation)}`);
  const schemaLines = Object.entries(schemas).map(
    ([name, schema]) => `\n${JSON.stringify(name)}:${JSON.stringify(schema)}`,
  );
  const json = `{
"revision":${JSON.stringify(revision)},
"operations":[${operationLines.join(",")}
],
"schemas":{${schemaLines.join(",")}
}}`;
  return `import type { Fragment } from "../fragment/fragment.ts";

export const fragment: Fragment = JSON.parse(String.raw\`${withoutTemplate(json)}\`);
`;
}

/** What would end a template, or begin a value in it, as JSON's escapes. */
function withoutTemplate(json: string): string {
  return json.replaceAll("`", "\\u0060").replaceAll("${", "\\u0024{");
}

/** Loaders, so that a mock of one revision does not load the others, and what is asked before any is loaded. */
export function renderMockRevisions(documents: ReadonlyMap<string, OpenApiDocument>, current: string): string {
  const revisions = [...documents.keys()];
  const loaders = revisions
    .map((revision) => `  ${JSON.stringify(revision)}: () => import(${JSON.stringify(`./${revision}.ts`)}),\n`)
    .join("");
  const methods = Array.from(documents, ([revision, document]) => {
    const entries = [...listOperations(document)].map(({ method, operation }) => [
      operation.operationId,
      method.toUpperCase(),
    ]);
    return `  ${JSON.stringify(revision)}: ${JSON.stringify(Object.fromEntries(entries))},\n`;
  });
  const names = revisions.map((revision) => JSON.stringify(revision)).join(" | ");
  return `import type { Fragment } from "../fragment/fragment.ts";

/** The revision that is mocked unless another is asked for. */
export const current = ${JSON.stringify(current)};

export const revisions: Record<${names}, () => Promise<{ fragment: Fragment }>> = {\n${loaders}};

/** The method of every operation, by its operationId. */
export const methods: Record<keyof typeof revisions, Readonly<Record<string, string>>> = {\n${methods.join("")}};
`;
}
