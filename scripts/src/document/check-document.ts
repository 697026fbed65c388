import { checkShapes } from "./check-shapes.ts";
import { toPointer, valueAt } from "./json-pointer.ts";
import { listOperations } from "./list-operations.ts";
import type { OpenApiDocument } from "./openapi.ts";
import { SpecError } from "./spec-error.ts";

type Locate = (pointer: string) => string;
type Path = (string | number)[];

/** The whole Klaviyo API is 25 levels deep. */
const maxDepth = 200;

/**
 * What every later step takes for granted: an OpenAPI 3 document with paths, whose references lead somewhere inside it
 * and whose operation ids are unique.
 */
export function checkDocument(value: unknown, locate: Locate): OpenApiDocument {
  if (!isRecord(value)) throw new SpecError(`${locate("")}: not an OpenAPI document: expected an object at the top`);
  const { openapi, paths } = value;
  if (typeof openapi !== "string" || !/^3\.[01](\.|$)/.test(openapi)) {
    const found = openapi ?? value.swagger;
    const came = found === undefined ? "there is no `openapi` key" : `it is version ${JSON.stringify(found)}`;
    throw new SpecError(`${locate("/openapi")}: expected an OpenAPI 3.0 or 3.1 document, but ${came}`);
  }
  if (!isRecord(paths) || Object.keys(paths).length === 0) {
    throw new SpecError(`${locate("/paths")}: the document has no \`paths\`, so there is nothing to generate`);
  }
  checkReferences(value, locate);
  checkShapes(value as unknown as OpenApiDocument, locate);
  checkOperations(value as unknown as OpenApiDocument, locate);
  return value as unknown as OpenApiDocument;
}

function checkReferences(root: unknown, locate: Locate): void {
  const resolvable = new Set<string>();
  walk(root, [], locate, (node, path) => {
    if (Object.hasOwn(node, "__proto__")) {
      throw new SpecError(`${locate(toPointer(path))}: the key \`__proto__\` at ${toPointer(path)} is not allowed`);
    }
    const reference = node.$ref;
    if (typeof reference !== "string" || resolvable.has(reference)) return;
    const fail = (problem: string) => {
      const place = locate(toPointer([...path, "$ref"]));
      return new SpecError(`${place}: $ref ${JSON.stringify(reference)} at ${toPointer(path)} ${problem}`);
    };
    const seen = new Set<string>();
    for (let next: unknown = reference; typeof next === "string"; ) {
      if (!next.startsWith("#")) {
        throw fail("leads out of the document; bundle it into one file first (only `#/…` is read)");
      }
      if (seen.has(next)) throw fail("only leads back to itself; point it at a definition");
      seen.add(next);
      const target = valueAt(root, decodeURIComponent(next.slice(1)));
      if (target === undefined) throw fail(`leads nowhere: there is no ${next.slice(1)}`);
      next = isRecord(target) ? target.$ref : undefined;
    }
    resolvable.add(reference);
  });
}

function checkOperations(document: OpenApiDocument, locate: Locate): void {
  const seen = new Map<string, string>();
  for (const { pointer, operation } of listOperations(document)) {
    const id = operation.operationId;
    if (id === undefined) continue;
    const first = seen.get(id);
    if (first) {
      throw new SpecError(
        `${locate(`${pointer}/operationId`)}: operationId ${id} of ${pointer} is already that of ${first}; make it unique`,
      );
    }
    seen.set(id, pointer);
  }
}

function walk(
  node: unknown,
  path: Path,
  locate: Locate,
  visit: (node: Record<string, unknown>, path: Readonly<Path>) => void,
): void {
  if (typeof node !== "object" || node === null) return;
  if (path.length > maxDepth) {
    throw new SpecError(`${locate("")}: nested more than ${maxDepth} levels deep; a YAML alias may contain itself`);
  }
  if (isRecord(node)) visit(node, path);
  for (const [key, value] of Object.entries(node)) {
    // An example may hold anything, `$ref` included; a property may be called "example".
    if ((key === "example" || key === "examples") && path.at(-1) !== "properties") continue;
    path.push(key);
    walk(value, path, locate, visit);
    path.pop();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
