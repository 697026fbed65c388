import { listOperations } from "@org/scripts/src/document/list-operations.ts";
import type { OpenApiDocument } from "@org/scripts/src/document/openapi.ts";

/** The name of each operation's page, by method and path: its id, as far as that is the name of a file. */
export function pageNames(document: OpenApiDocument): Map<string, string> {
  // The list of a revision's operations has this name.
  const taken = new Set(["index"]);
  const names = new Map<string, string>();
  for (const { method, path, operation } of listOperations(document)) {
    const wanted = asFileName(operation.operationId ?? "") || asFileName(`${method} ${path}`);
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted}-${count}`;
    taken.add(name.toLowerCase());
    names.set(`${method.toUpperCase()} ${path}`, name);
  }
  return names;
}

function asFileName(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_]+/g, "-").replaceAll(/^-+|-+$/g, "");
}
