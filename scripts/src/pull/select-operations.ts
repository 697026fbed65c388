import { listOperations, type OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
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

/**
 * As `select`, and what the former fragment has besides: an operation that packages offer and that is still served stays
 * in them, though it has another tag now. That holds until somebody changes what is selected.
 */
export function selectServed(
  select: Select,
  former: { document: OpenApiDocument; isSameSelection: boolean } | undefined,
): Select {
  const entries = former ? [...listOperations(former.document)] : [];
  const offered = new Set(entries.filter((entry) => former?.isSameSelection || select(entry)).map(requestKey));
  return (entry) => select(entry) || offered.has(requestKey(entry));
}

/** What makes an operation the same one in two revisions: what the parameters of its path are called does not count. */
export function requestKey({ method, path }: OperationEntry): string {
  return `${method} ${withoutTrailingSlash(path).replaceAll(/\{[^}]*\}/g, "{}")}`;
}

/** Klaviyo dropped the trailing slash of every path between 2023 and 2024: with or without it, it is one operation. */
export function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}
