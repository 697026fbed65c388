import type ts from "typescript";
import type { Call } from "./calls.ts";
import type { Standing } from "./standings.ts";

/** A file that the codemod changes. */
export interface Source {
  tree: ts.SourceFile;
  standing: Standing;
  /** Its calls of operations of the old revision. */
  calls: readonly Call[];
}
