import type ts from "typescript";
import { specifierLiterals } from "../syntax/module-specifiers.ts";
import { type TextLiteral, textLiterals } from "../syntax/nodes.ts";
import type { Changes } from "./edit.ts";
import { entryOf } from "./entry.ts";
import type { Migration } from "./migration.ts";
import { replaceLiteral } from "./replace-literal.ts";

/**
 * `@org/client/<from>` becomes `@org/client/<to>`, wherever it is named: in imports, and in what mocks or declares the
 * module. Who pinned a revision stays pinned, because that is what they chose; `unpin` takes the revision away. The
 * entry without a revision stays, unless it stands for the old revision and not for the new one.
 */
export function renameEntries(tree: ts.SourceFile, { from, to, current, unpin }: Migration): Changes {
  const imported = new Set<TextLiteral>(specifierLiterals(tree));
  const edits = [...textLiterals(tree)].flatMap((literal) => {
    const entry = entryOf(literal.text);
    if (!entry?.versioned) return [];
    const isOld = entry.revision === from;
    const isPlainOld = entry.revision === undefined && current === from && imported.has(literal);
    if (!isOld && !isPlainOld) return [];
    return [replaceLiteral(literal, unpin ? entry.package : `${entry.package}/${to}`)];
  });
  return { edits, notes: [] };
}
