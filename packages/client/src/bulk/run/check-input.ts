import type { BulkOptions } from "./bulk-options.ts";

const isFunction = (value: unknown): boolean => typeof value === "function";
const isNumber = (value: unknown): boolean => typeof value === "number" && value >= 0;
const has = (value: unknown, ...names: PropertyKey[]): boolean =>
  names.every((name) => isFunction((value as Record<PropertyKey, unknown> | null)?.[name]));

type Check = [isRight: (value: unknown) => boolean, expected: string];
const duration: Check = [isNumber, "a number of milliseconds from 0"];

const checks: Partial<Record<keyof BulkOptions, Check>> = {
  checkpoint: [(value) => has(value, "read", "write"), "an object with the functions read and write"],
  order: [(value) => value === "completion" || value === "input", '"completion" or "input"'],
  flushInterval: duration,
  jobsInProgress: [
    (value) => Number.isInteger(value) && (value as number) > 0 && (value as number) <= 500,
    "a whole number from 1 to 500",
  ],
  total: [isNumber, "a number of records"],
  onProgress: [isFunction, "a function"],
  signal: [(value) => value === null || has(value, "addEventListener"), "an AbortSignal"],
  timeout: duration,
  clock: [(value) => has(value, "now", "after"), "an object with the functions now and after"],
};

/** @throws {TypeError} for records that cannot be read, and for options that a run could not keep to */
export function checkInput(records: unknown, options: unknown): asserts options is BulkOptions {
  // A text is iterable, but its letters are no records.
  const isReadable = [Symbol.asyncIterator, Symbol.iterator, "getReader"].some((name) => has(records, name));
  if (typeof records === "string" || !isReadable)
    throw new TypeError("The records of bulk are an iterable, an async iterable or a stream, such as an array.");
  if (typeof options !== "object" || !options)
    throw new TypeError(`The options of bulk are ${shown(options)}; expected an object.`);
  for (const [name, [isRight, expected]] of Object.entries(checks)) {
    const value = options[name as keyof typeof options] as unknown;
    if (value !== undefined && !isRight(value))
      throw new TypeError(`The option ${name} of bulk is ${shown(value)}; expected ${expected}.`);
  }
}

function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return "a function";
  return typeof value === "object" && value ? "an object" : String(value);
}
