import { count } from "../workspace/count.ts";
import type { Problem } from "./explain-problems.ts";

/** What a person has to do after a bump, for the terminal; nothing where nobody has to do anything. */
export function describeTrial(
  problems: readonly Problem[],
  unsimulated: readonly string[],
  revision: string,
): string[] {
  const lines: string[] = [];
  if (problems.length > 0) {
    const need = problems.length === 1 ? "no longer compiles and needs" : "no longer compile and need";
    lines.push(`${count(problems.length, "place")} ${need} a person:`);
    for (const { file, line, message, cause } of problems) {
      lines.push(`  ${file}:${line}: ${message}`);
      lines.push(cause ? `    because of ${cause.operationId}: ${cause.message}` : "    no finding explains it");
    }
  }
  if (unsimulated.length > 0) {
    lines.push(`the mock answers these operations of ${revision} with an example only, until someone simulates them:`);
    lines.push(...unsimulated.map((id) => `  ${id} (packages/mock/src/operations/behaviours.ts)`));
  }
  return lines;
}
