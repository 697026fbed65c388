import { toPointer } from "../document/json-pointer.ts";

export interface Difference {
  /** JSON pointer (RFC 6901); `-` stands for an array element that we do not have. */
  pointer: string;
  /** `undefined` where we lack what the reference has. */
  ours: unknown;
  /** `undefined` where we have what the reference lacks. */
  reference: unknown;
}

type Path = readonly (string | number)[];

/**
 * Every deepest place at which two values differ; a list of scalars is one place. Key order does not count; parameters
 * are matched by `in` and `name`.
 */
export function differences(ours: unknown, reference: unknown, path: Path = []): Difference[] {
  if (Array.isArray(ours) && Array.isArray(reference)) {
    if (![...ours, ...reference].some((element) => typeof element === "object")) {
      return JSON.stringify(ours) === JSON.stringify(reference) ? [] : [{ pointer: toPointer(path), ours, reference }];
    }
    return pairs(ours, reference).flatMap(([index, mine, theirs]) => differences(mine, theirs, [...path, index]));
  }
  if (isObject(ours) && isObject(reference)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(reference)]);
    return [...keys].flatMap((key) => differences(ours[key], reference[key], [...path, key]));
  }
  return Object.is(ours, reference) ? [] : [{ pointer: toPointer(path), ours, reference }];
}

/** The elements that belong together: those of the same parameter, or of the same index. */
function pairs(ours: readonly unknown[], reference: readonly unknown[]): [number | "-", unknown, unknown][] {
  const theirs = new Map(reference.map((element, index) => [identity(element, index), element]));
  const paired = ours.map((element, index): [number, unknown, unknown] => {
    const key = identity(element, index);
    const match = theirs.get(key);
    theirs.delete(key);
    return [index, element, match];
  });
  return [...paired, ...[...theirs.values()].map((element): ["-", unknown, unknown] => ["-", undefined, element])];
}

function identity(element: unknown, index: number): string | number {
  if (!isObject(element) || typeof element.in !== "string" || typeof element.name !== "string") return index;
  return `${element.in} ${element.name}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
