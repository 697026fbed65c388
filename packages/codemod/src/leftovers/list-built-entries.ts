import type ts from "typescript";
import type { Plan } from "../migration/plan.ts";
import type { Note } from "../renames/edit.ts";
import { nodesOf } from "../syntax/nodes.ts";
import { versionedPackages } from "../uses/entry.ts";
import { builtText } from "../uses/sums.ts";

/** Entries whose revision is put in when the program runs: `import(`@org/client/${revision}`)`. */
export function listBuiltEntries(tree: ts.SourceFile, { from, to }: Plan): Note[] {
  return [...nodesOf(tree)].flatMap((node): Note[] => {
    const text = builtText(node);
    if (text === undefined || !versionedPackages.some((name) => text.startsWith(`${name}/`))) return [];
    return [
      { position: node.getStart(), message: `the name of an entry is put together; use ${to} instead of ${from}` },
    ];
  });
}
