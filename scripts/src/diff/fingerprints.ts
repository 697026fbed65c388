import { createHash } from "node:crypto";
import { valueAt } from "../document/json-pointer.ts";
import type { OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument, Parameter } from "../document/openapi.ts";
import { resolve } from "../document/reference.ts";
import { type CanonicalKind, canonical } from "./canonical.ts";

/** Two hashes of an operation with all that it references: equal `full` means nothing changed, not even a word. */
export type Fingerprint = Record<CanonicalKind, string>;

interface Part {
  hash: Fingerprint;
  refs: readonly string[];
}

/**
 * Makes the fingerprints of a document's operations. Every component is hashed once, without what it references; an
 * operation's fingerprint is its own hash and those of all components that it reaches, so cycles need no special care.
 */
export function fingerprints(document: OpenApiDocument): (entry: OperationEntry) => Fingerprint {
  const global = { security: document.security, servers: document.servers };
  const parts = new Map<string, Part>();
  const partOf = (ref: string): Part => {
    const part = parts.get(ref) ?? hashPart(valueAt(document, decodeURIComponent(ref.slice(1))));
    parts.set(ref, part);
    return part;
  };

  return ({ path, pathItem, operation }) => {
    const parameters = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])]
      .map((parameter) => resolve<Parameter>(document, parameter))
      .filter((parameter) => !(parameter.in === "header" && parameter.name === "revision"))
      .sort((a, b) => (`${a.in} ${a.name}` < `${b.in} ${b.name}` ? -1 : 1));
    const root = hashPart({ ...global, ...operation, path, parameters });
    const reached = new Set(root.refs);
    for (const ref of reached) for (const next of partOf(ref).refs) reached.add(next);
    const refs = [...reached].sort();
    const whole = (kind: CanonicalKind) =>
      digest([root.hash[kind], ...refs.flatMap((ref) => [ref, partOf(ref).hash[kind]])].join("\n"));
    return { shape: whole("shape"), full: whole("full") };
  };
}

function hashPart(node: unknown): Part {
  const refs = new Set<string>();
  const hash = (kind: CanonicalKind) => digest(JSON.stringify(canonical(node, kind, refs)) ?? "");
  return { hash: { shape: hash("shape"), full: hash("full") }, refs: [...refs] };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
