/** A type as data: what a value of it looks like. */
export type Shape =
  | { kind: "object"; properties: ReadonlyMap<string, Property>; open: boolean }
  | { kind: "array"; element: Shape }
  | { kind: "union"; members: readonly Shape[] }
  | { kind: "literal"; value: unknown }
  | { kind: "primitive"; name: string };

/** A property of an object type. */
export interface Property {
  optional: boolean;
  shape: Shape;
}

/**
 * Where a value is not what its type says: a property too few or too many, or another kind of value. `mustBeFull` tells
 * objects that must have their optional properties, too.
 */
export function misfits(
  value: unknown,
  shape: Shape,
  mustBeFull: (place: string) => boolean,
  place: string = "answer",
): string[] {
  const within = (inner: unknown, type: Shape, name: string): string[] =>
    misfits(inner, type, mustBeFull, `${place}${name}`);
  if (shape.kind === "union") {
    const found = shape.members.map((member) => within(value, member, ""));
    if (found.every(([first]) => first?.startsWith(`${place} is `))) return [`${place} is none of what it may be`];
    return found.reduce((best, one) => (one.length < best.length ? one : best));
  }
  if (shape.kind === "literal") return value === shape.value ? [] : [`${place} is not ${JSON.stringify(shape.value)}`];
  if (shape.kind === "primitive") return isOf(shape.name, value) ? [] : [`${place} is no ${shape.name}`];
  if (shape.kind === "array") {
    if (!Array.isArray(value)) return [`${place} is no array`];
    return value.flatMap((element, index) => within(element, shape.element, `[${index}]`));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${place} is no object`];
  const { properties, open } = shape;
  const all = mustBeFull(place);
  const missing = [...properties].filter(([name, { optional }]) => !(name in value) && (all || !optional));
  return [
    ...missing.map(([name]) => `${place}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, inner]) => {
      const property = properties.get(name);
      if (property) return within(inner, property.shape, `.${name}`);
      return open ? [] : [`${place}.${name} is not in the type`];
    }),
  ];
}

function isOf(primitive: string, value: unknown): boolean {
  if (primitive === "unknown") return true;
  return (value === null ? "null" : typeof value) === primitive;
}
