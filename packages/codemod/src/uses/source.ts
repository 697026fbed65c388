import type ts from "typescript";
import type { TextLiteral } from "../syntax/nodes.ts";
import type { Call } from "./calls.ts";
import type { Standing } from "./standings.ts";

/** A file that the codemod looks at. */
export interface Source {
  tree: ts.SourceFile;
  checker: ts.TypeChecker;
  /** Absent for a file from which no import leads to our packages. */
  standing: Standing | undefined;
  /** Its calls of operations of the old revision, also of those that have their new path already. */
  calls: readonly Call[];
  /** Literals of this file that are the path of a call, here or in another file. */
  called: ReadonlyMap<TextLiteral, readonly Call[]>;
}
