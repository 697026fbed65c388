import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SpecError } from "../document/spec-error.ts";

/**
 * Refuses a scope that packages of others have here: renaming back, or once more, could not tell theirs from ours.
 *
 * @param own the scope that the packages have now
 */
export async function refuseForeignScope(root: string, scope: string, own: string): Promise<void> {
  const lockfile = await readFile(join(root, "pnpm-lock.yaml"), "utf8").catch(() => "");
  const escaped = scope.replaceAll(".", "\\.");
  const [name] = new RegExp(`(?<![\\w.@-])${escaped}/[a-z0-9._-]*[a-z0-9]`).exec(lockfile) ?? [];
  if (scope === own || name === undefined) return;
  throw new SpecError(`${scope} is the scope of ${name}, which this workspace depends on; choose one of your own`);
}
