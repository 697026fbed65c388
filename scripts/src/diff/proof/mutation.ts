import type { SmallApi } from "../../testing/small-api.ts";
import type { Node } from "./schema-code.ts";

/** Numbers that choose among whatever a document has. */
export interface Mutation {
  kind: number;
  place: number;
  value: number;
}

export type Mutate = (document: SmallApi, pick: <Item>(items: readonly Item[]) => Item, mutation: Mutation) => void;

/** Every schema with properties, wherever it stands: as a component, in a form, or in what the API calls. */
export function objects(document: SmallApi): Node[] {
  const found: Node[] = [];
  const visit = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    if (!Array.isArray(node) && typeof (node as Node).properties === "object") found.push(node as Node);
    for (const child of Object.values(node)) visit(child);
  };
  visit(document);
  return found;
}

export const scalar = (value: number): Node =>
  [
    { type: "string" },
    { type: "number" },
    { type: "boolean" },
    { type: "string", enum: ["a", "b"] },
    { type: "object" },
  ][value % 5] as Node;

export const editProperty = (edit: (property: Node, value: number) => void): Mutate => {
  return (document, pick, { value }) => {
    const holder = pick(objects(document));
    const name = pick(Object.keys(holder.properties ?? {}));
    const property = holder.properties?.[name];
    if (property && name !== "type") edit(property, value);
  };
};

/** Every enum with more than one value: the others say what kind of thing something is. */
export function enums(document: SmallApi): unknown[][] {
  const found: unknown[][] = [];
  const visit = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    const values = (node as Node).enum;
    if (Array.isArray(values) && values.length > 1) found.push(values);
    for (const child of Object.values(node)) visit(child);
  };
  visit(document);
  return found;
}

type Operation = SmallApi["paths"][string][string];

/** Without what else stands in a path. */
export const operations = (document: SmallApi): Operation[] =>
  Object.values(document.paths).flatMap((item) => Object.values(item).filter(({ responses }) => responses));
