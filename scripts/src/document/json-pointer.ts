/** JSON Pointer (RFC 6901): how every message of the pipeline names a place in a document. */
export function toPointer(path: readonly (string | number)[]): string {
  return path.map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

export function fromPointer(pointer: string): string[] {
  return pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeSegment);
}

export function unescapeSegment(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The value at `pointer`, or `undefined` where there is none. Inherited properties are not there. */
export function valueAt(root: unknown, pointer: string): unknown {
  return valueBehind(root, fromPointer(pointer));
}

/** As {@link valueAt}, by the keys on the way. */
export function valueBehind(root: unknown, path: readonly string[]): unknown {
  let value = root;
  for (const segment of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<string, unknown>)[segment];
  }
  return value;
}
