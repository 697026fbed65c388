import type { Kind } from "../document/keywords.ts";
import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { reachableRefs } from "../document/reachable-refs.ts";
import { pathOf, referenceTo, targetOf } from "../document/reference.ts";
import { structure } from "../document/structure.ts";
import { type Difference, differences } from "./differences.ts";

/**
 * Where the structure of a fragment is not that of the published document, both ways: nothing missing, nothing invented.
 *
 * Operations are compared with every `$ref` resolved, and the components they reach by name and with refs kept as names,
 * so that neither a wrong shape nor a shape moved to another component gets through. `components/parameters` is ours
 * alone. Words, key order and the order of parameters and sets are free.
 */
export function compareStructure(
  ours: OpenApiDocument,
  reference: OpenApiDocument,
  select: (entry: OperationEntry) => boolean,
): Difference[] {
  return differences(outline(ours, select), outline(reference, select));
}

/** What is compared of a document, in the document's own shape, so that pointers into it hold. */
function outline(document: OpenApiDocument, select: (entry: OperationEntry) => boolean): unknown {
  const { openapi, servers, security, components } = document;
  const paths: Record<string, Record<string, unknown>> = {};
  const schemes = Object.keys(components?.securitySchemes ?? {});
  const refs = new Map(
    schemes.map((name): [string, Kind] => [referenceTo(["components", "securitySchemes", name]), "securityScheme"]),
  );
  for (const entry of listOperations(document)) {
    if (!select(entry)) continue;
    const { path, method, pathItem, operation } = entry;
    const parameters = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])];
    paths[path] ??= {};
    paths[path][method] = structure({ ...operation, parameters }, "operation", document);
    reachableRefs(document, { ...operation, parameters }, "operation", refs);
  }
  return {
    openapi,
    servers: Array.isArray(servers) ? servers.map((server) => ({ url: server?.url })) : servers,
    security,
    paths,
    components: reached(document, refs),
  };
}

/** The components behind the refs, by section and name. Parameters are left out: how we share them is our own affair. */
function reached(document: OpenApiDocument, refs: ReadonlyMap<string, Kind>): Record<string, Record<string, unknown>> {
  const sections: Record<string, Record<string, unknown>> = {};
  for (const [ref, kind] of refs) {
    const [, section = "", name = ""] = pathOf(ref);
    if (section === "parameters") continue;
    sections[section] ??= {};
    sections[section][name] = structure(targetOf(document, ref), kind);
  }
  return sections;
}
