import { toPointer } from "../document/json-pointer.ts";
import { SpecError } from "../document/spec-error.ts";

/** What every object inherits and fails when it is called on nothing. */
const names = new Set([
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "valueOf",
  "__defineGetter__",
  "__defineSetter__",
  "__lookupGetter__",
  "__lookupSetter__",
]);

/**
 * openapi-typescript's resolver looks keys up in objects that inherit, and calls what it finds. Behind a `$ref` that
 * ends the process, out of reach of any `catch`.
 *
 * @throws {SpecError} at the first key that it would call
 */
export function refuseInheritedNames(node: unknown, path: readonly string[] = []): void {
  if (typeof node !== "object" || node === null) return;
  for (const [key, child] of Object.entries(node)) {
    const place = [...path, key];
    if (names.has(key)) {
      throw new SpecError(
        `types cannot be made of it: openapi-typescript fails at the key "${key}" of ${toPointer(path) || "the document"}; rename it`,
      );
    }
    refuseInheritedNames(child, place);
  }
}
