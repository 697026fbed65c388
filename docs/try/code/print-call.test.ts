import ts from "typescript";
import { expect, test } from "vitest";
import { readDeclarations } from "../compiler/read-declarations.ts";
import { createTypeChecker } from "../compiler/type-check.ts";
import { type Choice, firstChoice, initialChoice, initialTerm } from "../form/choice.ts";
import type { Operation } from "../operations/operation.ts";
import { operations, operationWith } from "../testing/facts.ts";
import { bulkCode } from "./print-bulk.ts";
import { printCall } from "./print-call.ts";

const compiler = createTypeChecker(ts, readDeclarations());
const items = operationWith("GET", "/api/catalog-items");

/** Everything that the form can set, set. */
function fullChoice(operation: Operation): Choice {
  const choice = initialChoice(operation);
  for (const { name, in: place, kind, values = [], minimum } of operation.parameters) {
    if (place === "path") choice.path[name] ||= "1";
    else if (kind === "choices") choice.query[name] = values;
    else if (kind === "choice") choice.query[name] = values[0] ?? "";
    else if (kind === "integer") choice.query[name] = String(minimum ?? 1);
    else if (name !== "filter") choice.query[name] = "text";
  }
  const terms = operation.filters.map((field) => ({ ...initialTerm(field) }));
  for (const term of terms) {
    const type = operation.filters.find(({ name }) => name === term.field)?.type;
    term.value ||= type === "date" ? "2026-01-01T00:00:00Z" : "1";
  }
  return { ...choice, filters: terms, times: 3, without: ["retry", "rateLimit"] };
}

test.each([
  ["nothing set but what it demands", initialChoice],
  ["everything set", fullChoice],
])(
  "what is printed compiles for every operation, with %s",
  (_, choose) => {
    for (const operation of operations) {
      const code = printCall(choose(operation), operation);
      expect(compiler.check(code).problems, code).toEqual([]);
    }
  },
  120_000,
);

test("the program of the bulk run compiles", () => {
  expect(compiler.check(bulkCode).problems).toEqual([]);
});

test("a call is printed as a person would write it", () => {
  const choice = { ...initialChoice(items), query: { include: ["variants"], "page[size]": "5" } };
  expect(printCall(choice, items)).toBe(`import { createClient } from "@org/client";

const klaviyo = createClient({ apiKey: "pk_test" });

const { data, error } = await klaviyo.GET("${items.path}", {
  params: { query: { include: ["variants"], "page[size]": 5 } },
});
`);
});

test("conditions are calls of filter, with values of the field's type", () => {
  const filters = [
    { field: "title", operator: "contains", value: "shirt" },
    { field: "published", operator: "equals", value: "true" },
    { field: "ids", operator: "any", value: "a, b" },
  ];
  const code = printCall({ ...initialChoice(items), filters }, items);
  expect(code).toContain('import { createClient, filter } from "@org/client";');
  expect(code.replaceAll(/\s+/g, " ")).toContain(
    'filter.and( filter.contains("title", "shirt"), filter.equals("published", true), filter.any("ids", ["a", "b"]), )',
  );
});

test("a body that is no JSON is printed as it is, so that the compiler sees it", () => {
  const create = operationWith("POST", "/api/catalog-items");
  const code = printCall({ ...initialChoice(create), body: '{ data: { type: "catalog-itme" } }' }, create);
  expect(code).toContain('body: { data: { type: "catalog-itme" } }');
  expect(compiler.check(code).problems.length).toBeGreaterThan(0);
});

test("the type of data follows what is included and which fields are asked for, and folds what is always the same", () => {
  const { type } = compiler.check(printCall(firstChoice(operations), items));
  expect(type?.short).toContain("attributes: { sku: string | null; price: number | null };");
  expect(type?.short).toContain("links: { … };");
  expect(type?.whole).not.toContain("{ … }");
  const without = compiler.check(printCall(initialChoice(items), items));
  expect(without.type?.short).toContain("description?: string | null;");
  expect(without.type?.short).not.toContain("included");
});

test("an answer without a body is undefined", () => {
  const remove = operationWith("DELETE", "/api/catalog-items/{id}");
  expect(compiler.check(printCall(initialChoice(remove), remove)).type?.short).toBe("undefined");
});

test("a mistake is told with its place", () => {
  const code = printCall(firstChoice(operations), items).replace('"sku"', '"skuu"');
  const [problem, ...others] = compiler.check(code).problems;
  expect(others).toEqual([]);
  expect(problem?.message).toContain("skuu");
  expect(code.slice(problem?.start, (problem?.start ?? 0) + (problem?.length ?? 0))).toBe('"skuu"');
  expect(code.split("\n")[(problem?.line ?? 0) - 1]).toContain("skuu");
});

test("nothing of the machine that built the site is in what the compiler reads", () => {
  const { files, resolutions } = readDeclarations();
  expect(JSON.stringify([files.map(([path]) => path), resolutions])).not.toContain(
    `${import.meta.dirname.split("/")[1]}/`,
  );
});
