import { SpecError } from "./spec-error.ts";

/** @throws SpecError when a text still holds what git writes where a merge needs a person */
export function refuseConflicts(text: string, file: string): void {
  const marker = /^(?:<{7}|>{7}) /m.exec(text);
  if (!marker) return;
  const line = text.slice(0, marker.index).split("\n").length;
  throw new SpecError(`${file}:${line}: a merge conflict stands here; resolve it and try again`);
}
