import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import type { Fragment } from "./read-operations.ts";

export const openapiFolder = resolve(import.meta.dirname, "../../../openapi");

/** The fragment of the current revision, with every reference replaced by what it refers to. */
export async function readCurrentFragment(folder: string): Promise<Fragment> {
  const { current } = parse(await readFile(join(folder, "fragment.yaml"), "utf8")) as { current: string };
  const document: unknown = parse(await readFile(join(folder, `${current}.yaml`), "utf8"));
  return resolveReferences(document, document, []) as Fragment;
}

/** Where a schema contains itself it ends: an example, too, has to end somewhere. */
function resolveReferences(node: unknown, document: unknown, inside: readonly string[]): unknown {
  if (Array.isArray(node)) return node.map((one) => resolveReferences(one, document, inside));
  if (typeof node !== "object" || node === null) return node;
  const { $ref } = node as { $ref?: unknown };
  if (typeof $ref === "string") {
    if (inside.includes($ref)) return {};
    return resolveReferences(pointedAt($ref, document), document, [...inside, $ref]);
  }
  return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, resolveReferences(one, document, inside)]));
}

function pointedAt(reference: string, document: unknown): unknown {
  const keys = reference.slice(2).split("/");
  return keys.reduce(
    (node, key) => (node as Record<string, unknown>)[key.replaceAll("~1", "/").replaceAll("~0", "~")],
    document,
  );
}
