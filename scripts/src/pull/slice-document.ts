import { toPointer } from "../document/json-pointer.ts";
import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import { methods, type OpenApiDocument, type PathItem, type Reference } from "../document/openapi.ts";
import { reachableRefs } from "../document/reachable-refs.ts";
import { pathOf, referenceTo } from "../document/reference.ts";
import type { Select } from "./select-operations.ts";

/**
 * The selected operations with everything they reference, and nothing else. Shares its parts with `document`.
 * Security schemes are named without `$ref`, so all of them stay; so do the schemas of `names`, where there are such.
 */
export function sliceDocument(
  document: OpenApiDocument,
  select: Select,
  names: readonly string[] = [],
): OpenApiDocument {
  const selected = [...listOperations(document)].filter(select);
  const { paths: _, components, tags, ...rest } = document;
  const paths = slicePaths(document, selected);
  const schemas = names.filter((name) => Object.hasOwn(components?.schemas ?? {}, name));
  const named = schemas.map((name) => ({ $ref: referenceTo(["components", "schemas", name]) }));
  const kept = keepReferenced(document, paths, named);
  if (components?.securitySchemes) kept.securitySchemes = components.securitySchemes;
  const used = new Set(selected.flatMap(({ operation }) => operation.tags ?? []));
  return {
    ...rest,
    ...(Array.isArray(tags) && { tags: tags.filter((tag) => used.has(tag?.name)) }),
    paths,
    components: kept,
  };
}

function slicePaths(document: OpenApiDocument, selected: readonly OperationEntry[]): OpenApiDocument["paths"] {
  const paths: OpenApiDocument["paths"] = {};
  for (const { path, method, operation } of selected) {
    paths[path] ??= Object.fromEntries(
      Object.entries(document.paths[path] ?? {}).filter(([key]) => !(methods as readonly string[]).includes(key)),
    ) as PathItem;
    paths[path][method] = operation;
  }
  return paths;
}

function keepReferenced(
  document: OpenApiDocument,
  paths: OpenApiDocument["paths"],
  named: readonly Reference[],
): Record<string, Record<string, unknown>> {
  const referenced = new Set<string>();
  const reached = reachableRefs(document, paths, "paths", reachableRefs(document, named, "schema"));
  for (const ref of reached.keys()) {
    const [, kind = "", name = ""] = pathOf(ref);
    referenced.add(toPointer([kind, name]));
  }
  const kept: Record<string, Record<string, unknown>> = {};
  for (const [kind, components] of Object.entries(document.components ?? {})) {
    for (const [name, component] of Object.entries(components ?? {})) {
      if (!referenced.has(toPointer([kind, name]))) continue;
      kept[kind] ??= {};
      kept[kind][name] = component;
    }
  }
  return kept;
}
