import { expect, test } from "vitest";
import { readShapes } from "./read-shapes.ts";
import { misfits, type Shape } from "./shape.ts";

const shape = readShapes(`
  interface Item { type: "item"; tags: string[]; price?: number | null; meta: Record<string, unknown> }
  interface Page { type: "page"; size: 1 | 2 }
  export declare const either: Item | Page;
`).get("either") as Shape;
const item = { type: "item", tags: ["a"], meta: { any: [1] } };

test.each([
  [item, []],
  [{ ...item, price: null }, []],
  [{ type: "page", size: 2 }, []],
  [{ ...item, price: "1" }, ["answer.price is none of what it may be"]],
  [{ ...item, tags: ["a", 1] }, ["answer.tags[1] is no string"]],
  [{ ...item, colour: "red" }, ["answer.colour is not in the type"]],
  [{ type: "item", tags: [] }, ["answer.meta is missing"]],
  [{ type: "page", size: 3 }, ["answer.size is none of what it may be"]],
  [[item], ["answer is none of what it may be"]],
])("%j: %j", (value, problems) => {
  expect(misfits(value, shape, () => false)).toEqual(problems);
});

test("an object that must be full must have its optional properties, too", () => {
  expect(misfits(item, shape, () => true)).toEqual(["answer.price is missing"]);
});
