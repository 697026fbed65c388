import { hasNames, kindAt } from "../document/keywords.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { pathOf, referenceTo } from "../document/reference.ts";
import { SpecError } from "../document/spec-error.ts";
import { isObject, type Json, walk } from "../document/walk.ts";

/** Names of components and operations that openapi-typescript changes, or takes for parts of a reference. */
const misread = /[%~/#]|^$/;
/** Other names that it cannot have in the path of a place. */
const misplaced = /%|#\//;

/**
 * Gives names that openapi-typescript changes, or fails at, others in place.
 *
 * @returns how the text that is generated from it gets the true names
 */
export function hideNames(document: OpenApiDocument): (generated: string) => string {
  const names: string[] = [];
  let mark = "";
  const hide = (name: string): string => {
    mark ||= freeMark(document);
    if (!names.includes(name)) names.push(name);
    return `${mark}${names.indexOf(name)}:`;
  };
  const hideName = (name: string) => (misread.test(name) ? hide(name) : name);
  const hideKey = (name: string) => (misplaced.test(name) ? hide(name) : name);
  const hideReference = (ref: string) => {
    const path = pathOf(ref);
    // The first name becomes an identifier in the code. Reading led every reference to a component.
    if (path[0] !== "components") throw new SpecError(`${ref} leads to no component; read the document first`);
    return referenceTo(path.map((segment, depth) => (depth === 2 ? hideName(segment) : segment)));
  };

  walk(document, "document", (node, kind) => {
    for (const key of Object.keys(node)) {
      const child = node[key];
      if (isObject(child) && hasNames(kindAt(kind, key))) {
        renameKeys(child, kind === "components" ? hideName : hideKey);
      }
    }
    if (typeof node.$ref === "string") node.$ref = hideReference(node.$ref);
    if (kind === "operation" && typeof node.operationId === "string" && node.operationId !== "") {
      node.operationId = hideName(node.operationId);
    }
    if (kind === "parameter" && typeof node.name === "string") node.name = hideKey(node.name);
    if (kind === "schema" && Array.isArray(node.required)) {
      node.required = node.required.map((name) => (typeof name === "string" ? hideKey(name) : name));
    }
    if (kind === "discriminator") {
      node.propertyName = hideKey(String(node.propertyName));
      const mapping = isObject(node.mapping) ? Object.entries(node.mapping) : [];
      node.mapping = Object.fromEntries(mapping.map(([value, ref]) => [value, hideReference(String(ref))]));
    }
  });
  if (names.length === 0) return (generated) => generated;
  const hidden = new RegExp(`"${mark}(\\d+):"`, "g");
  return (generated) => generated.replaceAll(hidden, (_, index) => JSON.stringify(names[Number(index)]));
}

function renameKeys(holder: Json, rename: (name: string) => string): void {
  if (Object.keys(holder).every((name) => rename(name) === name)) return;
  const entries = Object.entries(holder);
  for (const [name] of entries) delete holder[name];
  for (const [name, value] of entries) holder[rename(name)] = value;
}

/** What the document does not contain, and no identifier can be: it is quoted wherever it is printed. */
function freeMark(document: OpenApiDocument): string {
  const text = JSON.stringify(document);
  let mark = "name:";
  while (text.includes(mark)) mark = `name-${mark}`;
  return mark;
}
