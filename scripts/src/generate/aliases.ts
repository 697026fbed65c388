import { existsSync } from "node:fs";
import { relative } from "node:path";
import { listOperations } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { readYaml } from "../document/read-yaml.ts";
import { referenceTo } from "../document/reference.ts";

/** Former names of operations and schemas, each with the name that took its place. */
export interface Aliases {
  operations: Readonly<Record<string, string>>;
  schemas: Readonly<Record<string, string>>;
}

/** `openapi/aliases.yaml`, by revision; there may be none. `spec:bump` writes it when it finds a name changed. */
export async function readAliases(file: string): Promise<Record<string, Aliases>> {
  if (!existsSync(file)) return {};
  const byRevision = ((await readYaml(relative(process.cwd(), file))) ?? {}) as Record<string, Partial<Aliases>>;
  return Object.fromEntries(
    Object.entries(byRevision).map(([revision, { operations = {}, schemas = {} }]) => [
      revision,
      { operations, schemas },
    ]),
  );
}

/**
 * Adds former names to a document in place, where the document does not have them itself. An operation gets them as
 * `x-klaviyo-operation-aliases`, as upstream does it; a schema gets a second, deprecated definition that refers to it.
 */
export function applyAliases(document: OpenApiDocument, { operations, schemas }: Aliases): void {
  for (const { operation } of listOperations(document)) {
    const former = Object.keys(operations).filter((name) => operations[name] === operation.operationId);
    if (former.length === 0) continue;
    const known = operation["x-klaviyo-operation-aliases"] ?? [];
    operation["x-klaviyo-operation-aliases"] = [...new Set([...known, ...former])];
  }
  const defined = document.components?.schemas ?? {};
  for (const [former, name] of Object.entries(schemas)) {
    if (Object.hasOwn(defined, former) || !Object.hasOwn(defined, name)) continue;
    const $ref = referenceTo(["components", "schemas", name]);
    defined[former] = { $ref, deprecated: true, description: `Renamed to \`${name}\`.` };
  }
}
