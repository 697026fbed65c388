import type { Mistake } from "./validator.ts";

/** Bodies of the API are some ten levels deep; a serializer gives up after some thousands. */
export const deepest = 64;

/**
 * The first thing in a value that JSON, or what reads it, could not hold: text that is no Unicode, values nested too
 * deep, and what only a program can make (functions, dates, NaN, a circle).
 */
export function findForeign(value: unknown, depth = 0): Mistake | undefined {
  if (typeof value === "string") return value.isWellFormed() ? undefined : surrogate;
  if (value === null || value === undefined || typeof value === "boolean") return undefined;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : wrong("must be a finite number");
  if (typeof value !== "object") return wrong(`must be JSON, not a ${typeof value}`);
  if (depth === deepest) return tooDeep;
  if (Array.isArray(value)) return findForeignEntry(value, depth + 1);
  if (!isPlain(value)) return wrong("must be JSON, not an object of a class");
  for (const step of Object.keys(value)) {
    const found = step.isWellFormed() ? findForeign((value as Record<string, unknown>)[step], depth + 1) : surrogate;
    if (found) return { ...found, path: [step, ...found.path] };
  }
  return undefined;
}

/** By index: the keys of a list of 80,000 would be as many strings. */
function findForeignEntry(list: readonly unknown[], depth: number): Mistake | undefined {
  for (let index = 0; index < list.length; index++) {
    const found = findForeign(list[index], depth);
    if (found) return { ...found, path: [index, ...found.path] };
  }
  return undefined;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  // Objects of another realm, such as a test runner's, have a prototype of their own that is nobody's child.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function wrong(rule: string): Mistake {
  return { path: [], kind: "wrong", rule };
}

export const tooDeep: Mistake = /* @__PURE__ */ wrong(`must not be nested more than ${deepest} levels deep`);

const surrogate = /* @__PURE__ */ wrong("must be Unicode text: it holds a surrogate without its other half");
