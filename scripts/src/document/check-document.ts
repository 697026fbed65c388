import { misplacedIn } from "./check-places.ts";
import { checkShapes, described } from "./check-shapes.ts";
import { toPointer, valueBehind } from "./json-pointer.ts";
import { type Kind, sectionOf } from "./keywords.ts";
import { listOperations } from "./list-operations.ts";
import type { OpenApiDocument } from "./openapi.ts";
import { isReference, pathOf, referenceOf, referenceTo, resolve, targetOf } from "./reference.ts";
import { shareTarget } from "./share-target.ts";
import { SpecError } from "./spec-error.ts";
import { isObject, type Json, walk } from "./walk.ts";

type Locate = (pointer: string) => string;

/** The whole Klaviyo API is 25 levels deep. */
const maxDepth = 200;

/**
 * What every later step takes for granted: an OpenAPI 3 document that has something in it, whose references lead
 * somewhere inside it and whose operation ids are unique. A map of nothing, as YAML has it, is an empty one afterwards.
 */
export function checkDocument(value: unknown, locate: Locate): OpenApiDocument {
  if (!isObject(value)) throw new SpecError(`${locate("")}: not an OpenAPI document: expected an object at the top`);
  const { openapi } = value;
  if (typeof openapi !== "string" || !/^3\.[01](\.|$)/.test(openapi)) {
    const found = openapi ?? value.swagger;
    const came = found === undefined ? "there is no `openapi` key" : `it is version ${JSON.stringify(found)}`;
    throw new SpecError(`${locate("/openapi")}: expected an OpenAPI 3.0 or 3.1 document, but ${came}`);
  }
  checkNesting(value, [], locate);
  if (isObject(value.info) && typeof value.info.version === "number") value.info.version = `${value.info.version}`;
  value.paths ??= {};
  const parts = [value.paths, value.webhooks, value.components];
  if (parts.every((part) => !isObject(part) || Object.keys(part).length === 0)) {
    throw new SpecError(
      `${locate("/paths")}: the document has no \`paths\`, webhooks or components, so there is nothing to generate`,
    );
  }
  checkReferences(value, locate);
  const document = value as unknown as OpenApiDocument;
  checkShapes(document, locate);
  checkOperations(document, locate);
  return document;
}

function checkNesting(node: unknown, path: string[], locate: Locate): void {
  if (typeof node !== "object" || node === null) return;
  if (path.length > maxDepth) throw tooDeep(locate);
  if (Object.hasOwn(node, "__proto__")) {
    throw new SpecError(`${locate(toPointer(path))}: the key \`__proto__\` at ${toPointer(path)} is not allowed`);
  }
  for (const [key, value] of Object.entries(node)) {
    path.push(key);
    checkNesting(value, path, locate);
    path.pop();
  }
}

function tooDeep(locate: Locate): SpecError {
  return new SpecError(`${locate("")}: nested more than ${maxDepth} levels deep; something may contain itself`);
}

/**
 * Every reference leads to a definition; one that leads into the middle of another part is led to a component of its own
 * that is the same object, so that later steps meet references to components alone.
 */
function checkReferences(root: Json, locate: Locate): void {
  const checked = new Map<string, string>();
  const check = (node: unknown, kind: Kind, path: string[]) =>
    walk(
      node,
      kind,
      (object, objectKind, at) => {
        const misplaced = misplacedIn(object, objectKind);
        if (misplaced) {
          const place = toPointer([...at, ...misplaced.path]);
          const found = described(valueBehind(object, misplaced.path));
          throw new SpecError(`${locate(place)}: expected ${misplaced.expected} at ${place}, found ${found}`);
        }
        if (at.length > maxDepth) throw tooDeep(locate);
        const ref = referenceOf(object, objectKind);
        if (ref === undefined) return;
        if (!checked.has(ref)) {
          const problem = problemOf(root, ref);
          if (problem) {
            const place = locate(toPointer([...at, "$ref"]));
            throw new SpecError(`${place}: $ref ${JSON.stringify(ref)} at ${toPointer(at)} ${problem}`);
          }
          const shared = shareTarget(root, ref, objectKind);
          checked.set(ref, shared);
          // What was no such component may stand where nothing is walked, in an extension, or as something else.
          if (shared !== referenceTo(pathOf(ref))) check(targetOf(root, ref), objectKind, pathOf(ref));
        }
        object.$ref = checked.get(ref);
        // What no component can be is put in place; so is a path with more than the one that it refers to.
        const hasMore = objectKind === "pathItem" && Object.keys(object).length > 1;
        if (hasMore || sectionOf(objectKind) === undefined) putInPlace(root, object);
      },
      path,
    );
  check(root, "document", []);
}

function putInPlace(root: Json, object: Json): void {
  const { $ref, ...own } = object;
  delete object.$ref;
  Object.assign(object, resolve(root as unknown as OpenApiDocument, { $ref: String($ref) }), own);
}

/** Why a reference cannot be followed to a definition. */
function problemOf(root: Json, reference: string): string | undefined {
  const seen = new Set<string>();
  for (let next: unknown = reference; typeof next === "string"; ) {
    if (!next.startsWith("#")) return "leads out of the document; bundle it into one file first (only `#/…` is read)";
    if (!next.startsWith("#/")) return "names an anchor; refer to the place itself (only `#/…` is read)";
    if (seen.has(next)) return "only leads back to itself; point it at a definition";
    seen.add(next);
    const target = targetOf(root, next);
    if (target === undefined) return `leads nowhere: there is no ${toPointer(pathOf(next))}`;
    if (!isObject(target) && typeof target !== "boolean") return `leads to ${described(target)}, not to an object`;
    next = isReference(target) ? target.$ref : undefined;
  }
  return undefined;
}

function checkOperations(document: OpenApiDocument, locate: Locate): void {
  const seen = new Map<string, string>();
  const webhooks = { ...document, paths: document.webhooks ?? {} } as OpenApiDocument;
  const hooks = [...listOperations(webhooks)].map(({ pointer, operation }) => ({
    pointer: pointer.replace("/paths", "/webhooks"),
    operation,
  }));
  for (const { pointer, operation } of [...listOperations(document), ...hooks]) {
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
