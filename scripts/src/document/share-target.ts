import { type Kind, sectionOf } from "./keywords.ts";
import { pathOf, referenceTo, targetOf } from "./reference.ts";
import { isObject, type Json } from "./walk.ts";

/**
 * The reference to a component that is what `ref` leads to: `ref` in its usual spelling if that is one. A part of a
 * component, or of a path, becomes a component under the name of its place, such as `Item.properties.image`.
 */
export function shareTarget(document: Json, ref: string, kind: Kind): string {
  const path = pathOf(ref);
  const section = sectionOf(kind);
  if (section === undefined || (path.length === 3 && path[0] === "components" && path[1] === section)) {
    return referenceTo(path);
  }
  const components = partOf(document, "components");
  const shared = partOf(components, section);
  const target = targetOf(document, ref);
  const inside = path[0] === "components" && path[1] === section ? path.slice(2) : path;
  let name = inside.join(".").replaceAll("/", "-");
  while (Object.hasOwn(shared, name) && shared[name] !== target) name += "-";
  shared[name] = target;
  return referenceTo(["components", section, name]);
}

function partOf(holder: Json, key: string): Json {
  const part = holder[key];
  if (isObject(part)) return part;
  const made: Json = {};
  holder[key] = made;
  return made;
}
