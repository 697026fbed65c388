import { compileTypes } from "../generate/compile-types.ts";
import { draftSnippet } from "./draft-snippet.ts";
import { typeModule } from "./type-module.ts";
import type { Finding, OperationVerdict, Snippet } from "./verdict.ts";

interface Draft extends Snippet {
  finding: Finding;
}

/** What the code of a snippet imports; a pinned revision has an entry of its own. */
export interface SnippetEntries {
  before: string;
  after: string;
}

/**
 * Gives breaking findings code that shows them: `before` compiles against the old types and `after` against the new
 * ones. Each is compiled here, and what does not compile is not shown.
 */
export function addSnippets(
  operations: readonly OperationVerdict[],
  types: { base: string; head: string },
  entries: SnippetEntries,
): void {
  const program = compileTypes({ "/old.ts": types.base, "/new.ts": types.head });
  const checker = program.getTypeChecker();
  const modules = { base: typeModule(program, "/old.ts"), head: typeModule(program, "/new.ts") };
  const seen = new Set<string>();
  const drafts = operations.flatMap((operation) =>
    operation.findings.flatMap((finding): Draft[] => {
      // The same place of a component in the next operation would give the same code.
      const key = `${finding.rule} ${finding.message} ${finding.pointer}`;
      if (finding.bump !== "major" || seen.has(key)) return [];
      const snippet = draftSnippet(checker, modules, operation, finding);
      if (snippet) seen.add(key);
      return snippet ? [{ ...snippet, finding }] : [];
    }),
  );
  const files: Record<string, string> = { "/old.ts": types.base, "/new.ts": types.head };
  for (const [index, { before, after }] of drafts.entries()) {
    files[`/before${index}.ts`] = withImports(before, "./old.ts");
    files[`/after${index}.ts`] = withImports(after, "./new.ts");
  }
  const check = compileTypes(files);
  const compiles = (file: string) => {
    const source = check.getSourceFile(file);
    return check.getSyntacticDiagnostics(source).length + check.getSemanticDiagnostics(source).length === 0;
  };
  for (const [index, { before, after, finding }] of drafts.entries()) {
    if (!compiles(`/before${index}.ts`) || !compiles(`/after${index}.ts`)) continue;
    finding.snippet = { before: withImports(before, entries.before), after: withImports(after, entries.after) };
  }
}

function withImports(code: string, entry: string): string {
  const names = ["Operation", "Schema", "routes"].filter((name) => new RegExp(`\\b${name}[<[]`).test(code));
  const importLine = names.length > 0 ? `import type { ${names.join(", ")} } from "${entry}";\n` : "";
  return importLine + code;
}

/** Both revisions side by side have an entry each; one that was published again is the same entry, later. */
export function entriesOf({ base, head }: { base: { revision: string }; head: { revision: string } }): SnippetEntries {
  return { before: `@org/types/${base.revision}`, after: `@org/types/${head.revision}` };
}
