import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Files } from "../../../packages/codemod/src/files/write-files.ts";

// There is one writer. It is in the package that is published, because that cannot import what is not.
export { isAlive, recover } from "../../../packages/codemod/src/files/journal.ts";
export { Mistake } from "../../../packages/codemod/src/files/mistake.ts";
export { isSystemError, systemReason } from "../../../packages/codemod/src/files/system-reason.ts";
export { type Files, writeFiles } from "../../../packages/codemod/src/files/write-files.ts";

/** The files that are not yet as they should be. */
export async function findChanges(root: string, files: Files): Promise<Map<string, string | undefined>> {
  const changes = new Map<string, string | undefined>();
  for (const [path, text] of files) {
    const existing = await readFile(join(root, path), "utf8").catch(() => undefined);
    if (existing !== text) changes.set(path, text);
  }
  return changes;
}
