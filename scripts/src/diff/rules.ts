import type { Bump } from "./verdict.ts";

interface Weight {
  request: Bump;
  response: Bump;
}

/**
 * What a difference of types weighs. The measure: major if and only if some program stops compiling that writes
 * requests as literals, reads answers into variables of the types they had, and compares a value with any that its type
 * allowed. (So a value gone from an answer breaks, too: `status === "cancelled"` is an error once it cannot be, TS2367.)
 * Not measured: writing into an answer, reading from a request's type, types computed from the keys of types, casts of
 * what an open answer holds beyond its properties, and the type `Revision`, which is another literal in every revision.
 */
export const typeRules = {
  "property-added": { request: "minor", response: "minor" },
  "property-added-required": { request: "major", response: "minor" },
  "property-removed": { request: "major", response: "major" },
  "property-became-required": { request: "major", response: "minor" },
  "property-became-optional": { request: "minor", response: "major" },
  "property-became-read-only": { request: "major", response: "none" },
  "property-not-read-only": { request: "minor", response: "none" },
  "nullable-added": { request: "minor", response: "major" },
  "nullable-removed": { request: "major", response: "minor" },
  "enum-value-added": { request: "minor", response: "major" },
  "enum-value-removed": { request: "major", response: "major" },
  "open-enum-value-added": { request: "minor", response: "minor" },
  "open-enum-value-removed": { request: "minor", response: "minor" },
  "variant-added": { request: "minor", response: "major" },
  "variant-removed": { request: "major", response: "major" },
  "type-widened": { request: "minor", response: "major" },
  "type-narrowed": { request: "major", response: "major" },
  "type-changed": { request: "major", response: "major" },
} as const satisfies Record<string, Weight>;

export type TypeRule = keyof typeof typeRules;
