import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { mockFragment } from "./mock-fragment.ts";
import { operationTable, renderOperationTable } from "./operation-table.ts";

/** A pinned entry of the client: its own operation table, and everything that does not depend on the revision. */
export function renderClientEntry(document: OpenApiDocument): string {
  const revision = document.info?.version ?? "";
  const pathWith = (wanted: string) => [...listOperations(document)].find(({ method }) => method === wanted)?.path;
  const [list, create] = [pathWith("get"), pathWith("post")].map((path) => JSON.stringify(path));
  return `import type { filters, routes } from "@org/types/${revision}";
import type { Answer, ResourceIn } from "../call-types/answer.ts";
import type { FiltersOf } from "../call-types/api.ts";
import type { CallBody, CallInit, Query } from "../call-types/call-init.ts";
import type { Client as ClientOf } from "../client/client.ts";
import type { ClientOptions } from "../client/client-options.ts";
import { connect } from "../client/connect.ts";
import type { OperationTable } from "../operations/operation-table.ts";

export * from "../shared.ts";

/** Path, method, limits and media types of every operation of revision ${revision}. */
export const operations: OperationTable = ${renderOperationTable(operationTable(document))};

/** What the types of calls are made from: the operations and filters of revision ${revision}. */
export interface Api {
  routes: routes;
  filters: filters;
}

/** A client of revision ${revision}. */
export interface Client extends ClientOf<Api> {}

/**
 * Makes a client that sends \`revision: ${revision}\`. Importing and creating it sends nothing.
 *
 * @throws TypeError when there is no credential, or more than one
 * @example
 * \`\`\`ts
 * import { createClient } from "@org/client/${revision}";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * \`\`\`
 */
export function createClient(options: ClientOptions): Client {
  return connect<Api>(operations, options);
}

${renderNames(revision, list, create)}`;
}

/** Names for what a user's own functions take and give back. */
function renderNames(revision: string, list = "", create = ""): string {
  const rendered = (words: string, name: string, parameters: string, type: string, example: string) => `/**
 * ${words}
 *
 * @example
 * \`\`\`ts
 * import type { ${name} } from "@org/client/${revision}";
 *
 * export type Example = ${name}<${example}>;
 * \`\`\`
 */
export type ${name}<${parameters}> =
  ${type};
`;
  const method = 'Method extends keyof routes = "GET"';
  const path = `Path extends PathOf<Method>, ${method}`;
  // \`never\` is a query that asks for nothing
  const query = `${path}, Asked extends QueryOf<Path, Method> = never`;
  const operation = "routes[Method][Path]";
  const filters = "FiltersOf<Api, Path>";
  return [
    rendered("The paths that have a method.", "PathOf", method, "keyof routes[Method]", '"POST"'),
    rendered(
      "The second argument of a call: parameters, body, headers, signal.",
      "InitOf",
      path,
      `CallInit<${operation}, ${filters}>`,
      list,
    ),
    rendered("The query that a call takes.", "QueryOf", path, `Query<${operation}, ${filters}>`, list),
    rendered(
      "The body that a call takes; `undefined` where it takes none.",
      "BodyOf",
      path.replace(' = "GET"', ""),
      `CallBody<${operation}>`,
      `${create}, "POST"`,
    ),
    rendered(
      "The document that a call is answered with, if its query is of the type `Asked`.",
      "AnswerOf",
      query,
      `Answer<${operation}, Asked>`,
      list,
    ),
    rendered(
      "The resource in the answer to a call; of a list, one of its resources.",
      "ResourceOf",
      query,
      "ResourceIn<AnswerOf<Path, Method, Asked>>",
      list,
    ),
  ].join("\n");
}

/** One operation or schema a line: a small file, whose diff still shows which ones changed. */
export function renderMockFragment(document: OpenApiDocument): string {
  const { revision, operations, schemas } = mockFragment(document);
  const operationLines = operations.map((operation) => `    ${JSON.stringify(operation)},\n`).join("");
  const schemaLines = Object.entries(schemas).map(
    ([name, schema]) => `    ${JSON.stringify(name)}: ${JSON.stringify(schema)},\n`,
  );
  return `import type { Fragment } from "../fragment.ts";

export const fragment: Fragment = {
  revision: "${revision}",
  operations: [\n${operationLines}  ],
  schemas: {\n${schemaLines.join("")}  },
};
`;
}

/** Loaders, so that a mock of one revision does not load the others. */
export function renderMockRevisions(revisions: readonly string[], current: string): string {
  const loaders = revisions.map((revision) => `  "${revision}": () => import("./${revision}.ts"),\n`).join("");
  const names = revisions.map((revision) => JSON.stringify(revision)).join(" | ");
  const type = `Record<${names}, () => Promise<{ fragment: Fragment }>>`;
  return `import type { Fragment } from "../fragment.ts";

/** The revision that is mocked unless another is asked for. */
export const current = "${current}";

export const revisions: ${type} = {\n${loaders}};
`;
}
