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
  /** The pair of objects that it was found in, and the steps from there. */
  holder?: { before: ts.Type; after: ts.Type; path: readonly string[] };
}

export type Report = (difference: TypeDifference) => void;

/** What a comparison of two types meets. */
export interface Findings {
  report: Report;
  /** Pairs of lists that are being walked: a list may contain itself. */
  lists: Set<string>;
  /** Two objects that are a pair of their own: they can be reached in other ways as well, or contain themselves. */
  objects(before: ts.Type, after: ts.Type, path: readonly string[]): void;
}

/** What the parts of a comparison share. */
export interface Comparison {
  checker: ts.TypeChecker;
  direction: "request" | "response";
  /** Walks two types as far as the next objects. */
  walk(before: ts.Type, after: ts.Type, path: readonly string[], findings: Findings): void;
  /** Whether no program of the direction breaks when the one type takes the other's place. */
  fits(before: ts.Type, after: ts.Type): boolean;
  assignable(source: ts.Type, target: ts.Type): boolean;
}

/** The comparison of one operation, which reports each pair of objects once. */
export interface OperationComparison extends Comparison {
  compare(before: ts.Type, after: ts.Type, path: readonly string[], report: Report): void;
}
