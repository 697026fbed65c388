import type { Words } from "./narrowing-queries.ts";
import { readShapes } from "./read-shapes.ts";
import type { Shape } from "./shape.ts";

/** An operation that takes `include` or `fields[…]`. */
export interface NarrowingOperation {
  method: string;
  path: string;
  words: Words;
}

/** The operations of a revision that take `include` or `fields[…]`, as its generated types say. */
export function narrowingOperations(revision: string): NarrowingOperation[] {
  const queries = readShapes(`
    import type { routes } from "@org/types/${revision}";
    type Query<Operation> = Operation extends { parameters: { query?: infer Query } } ? NonNullable<Query> : never;
    export declare const queries: {
      [Method in keyof routes]: { [Path in keyof routes[Method]]: Query<routes[Method][Path]> };
    };
  `).get("queries");
  return propertiesOf(queries).flatMap(([method, paths]) =>
    propertiesOf(paths)
      .map(([path, query]) => ({ method, path, words: wordsOf(query) }))
      .filter(({ words }) => Object.keys(words).length > 0),
  );
}

function wordsOf(query: Shape): Words {
  const lists = propertiesOf(query).filter(([name]) => name === "include" || name.startsWith("fields["));
  return Object.fromEntries(lists.map(([name, list]) => [name, membersOf(list).flatMap(elementsOf)]));
}

function elementsOf(list: Shape): string[] {
  if (list.kind !== "array") return [];
  return membersOf(list.element).flatMap((word) => (word.kind === "literal" ? [String(word.value)] : []));
}

function membersOf(shape: Shape): readonly Shape[] {
  return shape.kind === "union" ? shape.members : [shape];
}

function propertiesOf(shape: Shape | undefined): [string, Shape][] {
  return shape?.kind === "object" ? [...shape.properties].map(([name, property]) => [name, property.shape]) : [];
}
