import fc from "fast-check";
import { expect, test } from "vitest";
import { Catalog } from "../catalog/catalog.ts";
import type { CatalogRecord } from "../catalog/record-table.ts";
import { finish } from "../catalog/steps.ts";
import { selectRecords } from "./select-records.ts";

// few values and few characters, so that many records match and pairs of characters repeat
const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "ä", "😀"), maxLength: 6 });
const attributes = fc.record({
  title: fc.option(text),
  sku: fc.constantFrom("S-1", "S-2", ""),
  published: fc.boolean(),
});
const changes = fc.array(
  fc.oneof(
    fc.record({ what: fc.constant("insert" as const), attributes }),
    fc.record({ what: fc.constant("update" as const), which: fc.nat(), attributes }),
    fc.record({ what: fc.constant("delete" as const), which: fc.nat() }),
  ),
  { maxLength: 30 },
);
const terms = fc.array(
  fc.oneof(
    fc.record({ operator: fc.constant("contains"), field: fc.constant("title"), value: text }),
    fc.record({ operator: fc.constant("equals"), field: fc.constant("sku"), value: fc.constantFrom("S-1", "S-2", "") }),
    fc.record({ operator: fc.constant("equals"), field: fc.constant("published"), value: fc.boolean() }),
  ),
  { minLength: 1, maxLength: 3 },
);
type Term = typeof terms extends fc.Arbitrary<(infer One)[]> ? One : never;

function fulfils({ attributes }: CatalogRecord, { operator, field, value }: Term): boolean {
  const attribute = attributes[field];
  return operator === "contains" ? String(attribute ?? "").includes(String(value)) : attribute === value;
}

test("an index finds what reading every record would, whatever changed before and after it was built", () => {
  fc.assert(
    fc.property(changes, changes, fc.array(terms, { maxLength: 4 }), (before, after, filters) => {
      const catalog = new Catalog();
      const table = catalog.tables.variant;
      const apply = (list: typeof before) => {
        for (const change of list) {
          const records = [...table.order];
          const record = change.what === "insert" ? undefined : records[change.which % (records.length || 1)];
          if (change.what === "insert") {
            catalog.insert("variant", { id: String(Math.random()), attributes: change.attributes }, 0);
          } else if (record && change.what === "update") catalog.update(record, change.attributes, 0);
          else if (record) finish(catalog.delete(record));
        }
      };
      for (const list of [before, after]) {
        apply(list);
        for (const filter of filters) {
          const terms = filter.map((term) => ({ ...term, position: 0 }));
          const { index, matches } = finish(selectRecords(catalog, "variant", terms));
          const expected = [...table.order].filter((record) => filter.every((term) => fulfils(record, term)));
          expect([...index].filter(matches)).toEqual(expected);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("records that change while an index is being made are found in it, and before it is ready", () => {
  const catalog = new Catalog();
  const insert = (i: number) => catalog.insert("variant", { id: `${i}`, attributes: { title: `Item ${i}` } }, 0);
  const records = Array.from({ length: 2_000 }, (_, i) => insert(i));
  const term = { operator: "contains", field: "title", value: "new", position: 0 };
  const select = selectRecords(catalog, "variant", [term]);
  select.next();
  for (const i of [1, 1_999]) catalog.update(records[i] as CatalogRecord, { title: "new" }, 0);
  for (const i of [2, 1_998]) finish(catalog.delete(records[i] as CatalogRecord));
  const found = () => {
    const { index, matches } = finish(selectRecords(catalog, "variant", [term]));
    return [...index].filter(matches).map(({ id }) => id);
  };
  expect(found()).toEqual(["1", "1999"]);
  const { index } = finish(select);
  expect([...index].map(({ id }) => id)).toEqual(["1", "1999"]);
  expect(found()).toEqual(["1", "1999"]);
});

test("a rare text, a value and a text nobody has are found without reading the other records", () => {
  const catalog = new Catalog();
  for (let i = 0; i < 1000; i++) {
    const attributes = { title: i === 500 ? "Quartz" : `Item ${i}`, published: i !== 500, sku: `S-${i}` };
    catalog.insert("variant", { id: String(i), attributes }, 0);
  }
  const candidates = (operator: string, field: string, value: string | boolean) =>
    finish(selectRecords(catalog, "variant", [{ operator, field, value, position: 0 }])).index.size;
  expect(candidates("contains", "title", "uartz")).toBe(1);
  expect(candidates("contains", "title", "z")).toBe(1);
  expect(candidates("contains", "title", "Quiz")).toBe(0);
  expect(candidates("equals", "published", false)).toBe(1);
  expect(candidates("equals", "sku", "S-7")).toBe(1);
  expect(candidates("contains", "title", "")).toBe(1000);
});
