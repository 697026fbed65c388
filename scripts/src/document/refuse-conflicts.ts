import { glob, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { SpecError } from "./spec-error.ts";

/** @throws SpecError when a text still holds what git writes where a merge needs a person */
export function refuseConflicts(text: string, file: string): void {
  const marker = /^(?:<{7}|>{7}) /m.exec(text);
  if (!marker) return;
  const line = text.slice(0, marker.index).split("\n").length;
  throw new SpecError(`${file}:${line}: a merge conflict stands here; resolve it and try again`);
}

/** As {@link refuseConflicts}, for all that a folder holds. A folder that is not there holds nothing. */
export async function refuseConflictsIn(folder: string): Promise<void> {
  for await (const entry of glob("**", { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    refuseConflicts(await readFile(file, "utf8"), relative(process.cwd(), file));
  }
}
