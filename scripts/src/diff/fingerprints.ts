import { createHash } from "node:crypto";
import type { Kind } from "../document/keywords.ts";
import type { OperationEntry } from "../document/list-operations.ts";
import type { OpenApiDocument, Parameter } from "../document/openapi.ts";
import { resolve, targetOf } from "../document/reference.ts";
import { canonical, type Form } from "./canonical.ts";
import { credentials } from "./wire/credentials.ts";
import { serversOf } from "./wire/servers.ts";

/** Two hashes of an operation with all that it references: equal `full` means nothing changed, not even a word. */
export type Fingerprint = Record<Form, string>;

interface Part {
  hash: Fingerprint;
  refs: ReadonlyMap<string, Kind>;
}

/**
 * Makes the fingerprints of a document's operations. Every component is hashed once, without what it references; an
 * operation's fingerprint is its own hash and those of all components that it reaches, so cycles need no special care.
 */
export function fingerprints(document: OpenApiDocument): (entry: OperationEntry) => Fingerprint {
  const parts = new Map<string, Part>();
  const partOf = (ref: string, kind: Kind): Part => {
    const part = parts.get(ref) ?? hashPart(targetOf(document, ref), kind);
    parts.set(ref, part);
    return part;
  };

  return (entry) => {
    const { path, pathItem, operation } = entry;
    const parameters = [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])]
      .map((parameter) => resolve<Parameter>(document, parameter))
      .filter((parameter) => !(parameter.in === "header" && parameter.name === "revision"))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    // Credentials and servers stand elsewhere, and the operation names or inherits them.
    const ways = credentials(document, entry).map((way) => way.map(({ name: _, ...credential }) => credential));
    const inherited = [ways, serversOf(document, entry)];
    const root = hashPart({ ...operation, security: undefined, servers: undefined, parameters }, "operation");
    const reached = new Map(root.refs);
    for (const [ref, kind] of reached) {
      for (const [next, nextKind] of partOf(ref, kind).refs) reached.set(next, nextKind);
    }
    const refs = [...reached].sort(([a], [b]) => (a < b ? -1 : 1));
    const whole = (form: Form) =>
      digest(
        [
          path,
          JSON.stringify(inherited),
          root.hash[form],
          ...refs.flatMap(([ref, kind]) => [ref, partOf(ref, kind).hash[form]]),
        ].join("\n"),
      );
    return { shape: whole("shape"), full: whole("full") };
  };
}

function hashPart(node: unknown, kind: Kind): Part {
  const refs = new Map<string, Kind>();
  const hash = (form: Form) => digest(JSON.stringify(canonical(node, kind, form, refs)) ?? "");
  return { hash: { shape: hash("shape"), full: hash("full") }, refs };
}

function keyOf({ in: place, name }: Parameter): string {
  return JSON.stringify([place, name]);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
