import type { Kind } from "../document/keywords.ts";
import type { OpenApiDocument } from "../document/openapi.ts";
import { pathOf, referenceTo } from "../document/reference.ts";
import { isObject, type Json, walk } from "../document/walk.ts";

/** Names that openapi-typescript changes, or takes for parts of a reference. */
const misread = /[%~/#]|^$/;

/**
 * Gives components and operations, in place, names that openapi-typescript does not change where theirs are others.
 *
 * @returns how the text that is generated from it gets the true names
 */
export function hideNames(document: OpenApiDocument): (generated: string) => string {
  const names: string[] = [];
  let mark = "";
  const hide = (name: string): string => {
    if (!misread.test(name)) return name;
    mark ||= freeMark(document);
    if (!names.includes(name)) names.push(name);
    return `${mark}${names.indexOf(name)}:`;
  };
  for (const components of Object.values(document.components ?? {})) {
    if (isObject(components)) renameKeys(components, hide);
  }
  renameKeys(document.paths, (path) => (path.includes("#/") ? hide(path) : path));
  walk(document, "document", (node, kind) => hideIn(node, kind, hide));
  if (names.length === 0) return (generated) => generated;
  const hidden = new RegExp(`"${mark}(\\d+):"`, "g");
  return (generated) => generated.replaceAll(hidden, (_, index) => JSON.stringify(names[Number(index)]));
}

function hideIn(node: Json, kind: Kind, hide: (name: string) => string): void {
  if (typeof node.$ref === "string") node.$ref = hideReference(node.$ref, hide);
  if (kind === "operation" && typeof node.operationId === "string" && node.operationId !== "") {
    node.operationId = hide(node.operationId);
  }
  if (kind === "discriminator" && isObject(node.mapping)) {
    for (const [value, ref] of Object.entries(node.mapping)) node.mapping[value] = hideReference(String(ref), hide);
  }
}

function hideReference(ref: string, hide: (name: string) => string): string {
  return referenceTo(pathOf(ref).map((segment, depth) => (depth === 2 ? hide(segment) : segment)));
}

function renameKeys(holder: Json, rename: (name: string) => string): void {
  const entries = Object.entries(holder);
  if (entries.every(([name]) => rename(name) === name)) return;
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
