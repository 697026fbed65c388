import type { OpenApiDocument } from "../../document/openapi.ts";
import { accepts } from "./accepts.ts";
import { isObject, lookUp, type Node, shapeOf } from "./schema-code.ts";

// Part of the independent proof: nothing here may use the code that makes verdicts.

/** Values around what a schema allows, some of them outside: what is sent is chosen among them by whoever accepts it. */
export function sampleValues(document: OpenApiDocument, reference: Node, inside: readonly Node[] = []): unknown[] {
  const node = lookUp(document, reference);
  const values = inside.includes(node) ? [] : bareValues(document, node, [...inside, node]);
  return node.nullable ? [...values, null] : values;
}

function bareValues(document: OpenApiDocument, node: Node, inside: readonly Node[]): unknown[] {
  if (node.enum) return node.enum;
  if (isObject(node)) return objectValues(document, node, inside);
  if (node.oneOf) return node.oneOf.flatMap((member) => sampleValues(document, member, inside));
  if (node.type === "array") {
    return [[], ...sampleValues(document, node.items ?? {}, inside).map((value) => [value])];
  }
  if (node.type === "string") return ["x", "2026-01-01", "forbidden", "x".repeat(40), "x".repeat(600)];
  if (node.type === "number" || node.type === "integer") return [1, 1.5, 100, 1_000];
  return [true, "anything", {}];
}

/** With as few properties as there must be, with all, and with each single thing otherwise. */
function objectValues(document: OpenApiDocument, node: Node, inside: readonly Node[]): unknown[] {
  const choices = [...shapeOf(document, node).properties].map(([name, { node: child, required }]) => {
    const values = sampleValues(document, child, inside).filter((value) => value !== undefined);
    return { name, required, values, usual: values.find((value) => accepts(document, child, value)) ?? values[0] };
  });
  const plain = choices.filter(({ values }) => values.length > 0);
  const least = Object.fromEntries(plain.filter(({ required }) => required).map(({ name, usual }) => [name, usual]));
  const most = Object.fromEntries(plain.map(({ name, usual }) => [name, usual]));
  const single = plain.flatMap(({ name, values }) =>
    values.flatMap((value) => [
      { ...least, [name]: value },
      { ...most, [name]: value },
    ]),
  );
  const without = plain.map(({ name }) => Object.fromEntries(Object.entries(most).filter(([key]) => key !== name)));
  return [
    least,
    most,
    { ...most, unknown: 1 },
    { ...least, unknown: 1 },
    { ...least, unknown: "x" },
    ...single,
    ...without,
  ];
}
