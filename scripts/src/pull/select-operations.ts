import type { OperationEntry } from "../document/list-operations.ts";
import type { FragmentSettings } from "../generate/fragments.ts";

export type Select = (entry: OperationEntry) => boolean;

/** What `select` of `openapi/fragment.yaml` means: an operation is in by its tag, its path or its id; `*` is any tag. */
export function selectOperations({ tags, paths, operationIds }: FragmentSettings["select"]): Select {
  const selectedPaths = new Set(paths.map(withoutTrailingSlash));
  return ({ path, operation }) =>
    tags.includes("*") ||
    (operation.tags ?? []).some((tag) => tags.includes(tag)) ||
    selectedPaths.has(withoutTrailingSlash(path)) ||
    operationIds.some((id) => id === operation.operationId);
}

/** Klaviyo dropped the trailing slash of every path between 2023 and 2024: with or without it, it is one operation. */
export function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
