export interface OpenApiDocument {
  paths: Record<string, Record<string, { tags?: string[] }>>;
  components: { schemas: Record<string, { properties?: Record<string, { nullable?: boolean }> }> };
}

/** A whole-API document with the paths of one tag only; components stay, unused ones do no harm. */
export function slice(document: OpenApiDocument, tag: string): OpenApiDocument {
  const paths: OpenApiDocument["paths"] = {};
  for (const [path, methods] of Object.entries(document.paths)) {
    const kept = Object.entries(methods).filter(([, operation]) => operation.tags?.includes(tag));
    if (kept.length > 0) paths[path] = Object.fromEntries(kept);
  }
  return { ...document, paths };
}
