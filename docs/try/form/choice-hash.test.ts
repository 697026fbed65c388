import { expect, test } from "vitest";
import type { Operation } from "../operations/operation.ts";
import { operations, operationWith } from "../testing/facts.ts";
import { type Choice, firstChoice, initialChoice } from "./choice.ts";
import { choiceOf, hashOf } from "./choice-hash.ts";

const items = operationWith("GET", "/api/catalog-items");

test("a choice is the same after it was a hash", () => {
  const choice: Choice = {
    ...initialChoice(items),
    query: { include: ["variants"], "fields[catalog-item]": ["title", "price"], "page[size]": "2" },
    filters: [{ field: "title", operator: "contains", value: 'a & "b", c' }],
    times: 10,
    without: ["retry"],
  };
  expect(choiceOf(hashOf(choice, items), operations)).toEqual(choice);
  const edited: Choice = { ...initialChoice(items), code: 'console.log("a=b&c#d");\n' };
  expect(choiceOf(hashOf(edited, items), operations)).toEqual(edited);
});

test("every operation's form is the same after it was a hash, which names the operation alone", () => {
  for (const operation of operations) {
    const choice = initialChoice(operation);
    expect(hashOf(choice, operation)).toBe(`#${operation.id}`);
    expect(choiceOf(`#${operation.id}`, operations)).toEqual(choice);
  }
});

test("what an operation demands stands in its form, and what is taken out of there stays out", () => {
  const demanding: Operation = {
    ...items,
    id: "get_demanding",
    parameters: [
      { name: "filter", in: "query", required: true, description: "", kind: "text", example: 'equals(name,"a")' },
      { name: "by", in: "query", required: true, description: "", kind: "choices", values: ["a", "b"], example: "a" },
      { name: "company", in: "query", required: true, description: "", kind: "text", example: "text" },
      { name: "sort", in: "query", required: false, description: "", kind: "choice", values: ["name"] },
    ],
    filters: [{ name: "name", operators: [{ name: "equals", compares: "one" }], type: "text", example: "text" }],
  };
  const choice = initialChoice(demanding);
  expect(choice.query).toEqual({ by: ["a"], company: "text" });
  expect(choice.filters).toEqual([{ field: "name", operator: "equals", value: "text" }]);
  expect(hashOf(choice, demanding)).toBe("#get_demanding");
  const emptied: Choice = { ...choice, query: { by: [], company: "" }, filters: [] };
  expect(choiceOf(hashOf(emptied, demanding), [demanding])).toEqual(emptied);
  expect(initialChoice({ ...demanding, filters: [] })).toMatchObject({
    query: { filter: 'equals(name,"a")' },
    filters: [],
  });
});

test("what a hash names that does not exist is left out", () => {
  expect(choiceOf("#no_such_operation?include=variants", operations)).toEqual(firstChoice(operations));
  const hash = `#${items.id}?include=nothing,variants&sort=upwards&other=1&~filter=["title","is","x"]&~filter=nonsense&~times=1e9`;
  const { query, filters, times } = choiceOf(hash, operations);
  expect({ query, filters, times }).toEqual({ query: { include: ["variants"] }, filters: [], times: 1 });
});
