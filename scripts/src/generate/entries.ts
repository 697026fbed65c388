import type { OpenApiDocument } from "../document/openapi.ts";
import { commentText } from "./comment-text.ts";
import { mockFragment } from "./mock-fragment.ts";
import { operationTable, renderOperationTable } from "./operation-table.ts";

/** A pinned entry of the client: its own operation table, and everything that does not depend on the revision. */
export function renderClientEntry(document: OpenApiDocument): string {
  const revision = document.info?.version ?? "";
  const shown = commentText(revision);
  return `import type { filters, routes } from ${JSON.stringify(`@org/types/${revision}`)};
import type { Client as ClientOf } from "../client/client.ts";
import type { ClientOptions } from "../client/client-options.ts";
import { connect } from "../client/connect.ts";
import type { OperationTable } from "../operations/operation-table.ts";

export * from "../shared.ts";

/** Path, method, limits and media types of every operation of revision ${shown}. */
export const operations: OperationTable = ${renderOperationTable(operationTable(document))};

/** A client of revision ${shown}. */
export type Client = ClientOf<routes, filters>;

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
  return connect<routes, filters>(operations, options);
}
`;
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
  revision: ${JSON.stringify(revision)},
  operations: [\n${operationLines}  ],
  schemas: {\n${schemaLines.join("")}  },
};
`;
}

/** Loaders, so that a mock of one revision does not load the others. */
export function renderMockRevisions(revisions: readonly string[], current: string): string {
  const loaders = revisions
    .map((revision) => `  ${JSON.stringify(revision)}: () => import(${JSON.stringify(`./${revision}.ts`)}),\n`)
    .join("");
  const names = revisions.map((revision) => JSON.stringify(revision)).join(" | ");
  const type = `Record<${names}, () => Promise<{ fragment: Fragment }>>`;
  return `import type { Fragment } from "../fragment.ts";

/** The revision that is mocked unless another is asked for. */
export const current = ${JSON.stringify(current)};

export const revisions: ${type} = {\n${loaders}};
`;
}
