import type ts from "typescript";
import type { TypeRule } from "./rules.ts";

export interface TypeDifference {
  rule: TypeRule;
  /** Steps from where the comparison began: property names, `[]` for elements, `*` for any other property. */
  path: readonly string[];
  /** Absent where there is no such type on that side. */
  old?: ts.Type;
  new?: ts.Type;
  /** Values of an enum that came or went. */
  values?: string[];
}

export type Report = (difference: TypeDifference) => void;

/** One comparison of a request's or an answer's types; its parts call each other through it. */
export interface Comparison {
  checker: ts.TypeChecker;
  direction: "request" | "response";
  /** Walks two types and reports where they differ. */
  compare(before: ts.Type, after: ts.Type, path: readonly string[], report: Report): void;
  /** Whether no program of the direction breaks when the one type takes the other's place. */
  fits(before: ts.Type, after: ts.Type): boolean;
  assignable(source: ts.Type, target: ts.Type): boolean;
}
