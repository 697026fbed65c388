import type { Finding, OperationVerdict } from "../diff/verdict.ts";
import type { Diagnostic } from "./check-types.ts";

/** A complaint of the compiler with the finding that it comes from, if one can be told. */
export interface Problem extends Diagnostic {
  cause?: { operationId: string; message: string };
}

/** As many lines before a complaint as a call of an operation usually takes. */
const linesBefore = 12;

/**
 * Finds the finding behind each complaint of the compiler: the one whose operation is named in the lines before, and
 * whose property or parameter is named in the complaint. Where all that breaks is one and the same, it is that. `read`
 * answers the text of a file.
 */
export function explainProblems(
  diagnostics: readonly Diagnostic[],
  operations: readonly OperationVerdict[],
  read: (file: string) => string,
): Problem[] {
  const candidates = operations.flatMap((operation) =>
    operation.findings
      .filter(({ bump }) => bump === "major" || bump === "minor")
      .map((finding) => ({ operation, finding })),
  );
  const breaking = candidates.filter(({ finding }) => finding.bump === "major");
  const isOne = new Set(breaking.map(({ finding }) => `${finding.rule} ${placeOf(finding)}`)).size === 1;
  return diagnostics.map((diagnostic): Problem => {
    const { file, line, message, reasons = "" } = diagnostic;
    const before = read(file)
      .split("\n")
      .slice(Math.max(line - linesBefore, 0), line)
      .join("\n");
    const likelihood = ({ operation, finding }: (typeof candidates)[number]) => {
      const { operationId, path, former } = operation;
      const names = [operationId, path, former?.operationId, former?.path];
      const isCalled = names.some((name) => name && new RegExp(`["'\`]${RegExp.escape(name)}["'\`]`).test(before));
      const place = placeOf(finding);
      const isIn = (text: string) => place !== undefined && new RegExp(`\\b${RegExp.escape(place)}\\b`).test(text);
      const isNamed = isIn(message) || isIn(reasons);
      // An addition breaks only what lists all that there is.
      if (finding.bump === "minor") return isNamed ? 2 : 0;
      return (isNamed ? 4 : 0) + (isCalled ? 2 : 0) + (isIn(before) ? 1 : 0);
    };
    const ranked = candidates.map((candidate) => ({ ...candidate, score: likelihood(candidate) }));
    const [best = isOne ? breaking[0] : undefined] = ranked
      .filter(({ score }) => score > 1)
      .sort((a, b) => b.score - a.score);
    if (!best) return diagnostic;
    return { ...diagnostic, cause: { operationId: best.operation.operationId, message: best.finding.message } };
  });
}

/** The property or parameter that a finding is about. */
function placeOf({ detail }: Finding): string | undefined {
  return detail?.path?.findLast((step) => /^[a-z_]\w*$/i.test(step));
}
