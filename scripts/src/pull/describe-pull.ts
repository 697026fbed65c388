import { count } from "../workspace/count.ts";
import type { Pulled } from "./pull-document.ts";

/** What a pull found and did, for the terminal. */
export function describePull({ file, state, source, selected, total, unselected }: Pulled, written: boolean): string {
  const effect = {
    unchanged: `${file} has that structure already`,
    new: written ? `${file} written` : `${file} would be written`,
    changed: written ? `${file} edited` : `${file} would be edited`,
  };
  const lines = [`${source}: ${selected} of ${count(total, "operation")} selected; ${effect[state]}`];
  if (unselected.length > 0) {
    lines.push(`not selected, although another operation of their tag is (see \`select\` in openapi/fragment.yaml):`);
    for (const { method, path, operation } of unselected) {
      lines.push(`  ${method.toUpperCase()} ${path} ${operation.operationId ?? ""}`.trimEnd());
    }
  }
  return lines.join("\n");
}
