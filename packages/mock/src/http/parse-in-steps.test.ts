import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { finish } from "../catalog/steps.ts";
import { parseInSteps } from "./parse-in-steps.ts";

/** What a text is parsed to, or that it is no JSON. */
function outcome(parse: () => unknown): unknown {
  try {
    return { value: parse() };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return "no JSON";
  }
}

const json = fc.json({ maxDepth: 5, noUnicodeString: false });
const spaces = fc.constantFrom(undefined, 1, "\t", "\n");
const written = fc
  .tuple(json, spaces, fc.constantFrom("", " ", "\n\t"))
  .map(([text, space, around]) => `${around}${JSON.stringify(JSON.parse(text), null, space)}${around}`);

test.each([0, 1, 3, 10])("pieces of %i characters make what JSON.parse makes", (size) => {
  fc.assert(
    fc.property(written, (text) => {
      const parsed = finish(parseInSteps(text, size));
      expect(JSON.stringify(parsed)).toBe(JSON.stringify(JSON.parse(text)));
      expect(parsed).toEqual(JSON.parse(text));
    }),
    { numRuns: 300, seed: 1 },
  );
});

test.each([0, 1, 3, 10])("in pieces of %i characters, the same texts are refused", (size) => {
  const cut = fc.tuple(written, fc.nat(), fc.nat(2), fc.constantFrom(...'[]{},:"\\ 0'.split(""), ""));
  fc.assert(
    fc.property(cut, ([text, place, removed, inserted]) => {
      const at = place % (text.length + 1);
      const changed = text.slice(0, at) + inserted + text.slice(at + removed);
      const expected = outcome(() => JSON.parse(changed));
      expect(outcome(() => finish(parseInSteps(changed, size)))).toEqual(expected);
    }),
    { numRuns: 1_000, seed: 1 },
  );
});

test.each(
  [
    ["", "[,1]", "[1,]", "[1,,2]", "[1 2]", "[[1,2,3] 4]", "[[1,2,3][4]]", "[5[1,2,3]]", "[[1,2,3]", "[1]]", "[1}"],
    ['{"a":1,}', '{"a":5[1,2,3]}', "{[1,2,3]}", '{"a"[1,2,3]}', '{"a":}', '{"a":[1,2,3]:1}', '"a', "1,2", "[1] [2]"],
  ].flat(),
)("%j is refused in pieces, too", (text) => {
  expect(() => finish(parseInSteps(text, 2))).toThrow(SyntaxError);
});

test("names that come twice, and __proto__, are what they are to JSON.parse", () => {
  const text = '{"a":[1,2,3],"b":{"__proto__":[1,2,3]},"a":1,"__proto__":{"c":[1,2,3]},"b":[4,5,6]}';
  const parsed = finish(parseInSteps(text, 2)) as object;
  expect(JSON.stringify(parsed)).toBe(JSON.stringify(JSON.parse(text)));
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
});

test("no step of 5 MB parses much more than others", () => {
  const records = Array.from({ length: 80_000 }, (_, id) => ({
    type: "catalog-item",
    id: `$custom:::$default:::${id}`,
  }));
  const text = JSON.stringify({ data: { attributes: { items: { data: records } } } });
  const parse = vi.spyOn(JSON, "parse");
  try {
    const steps = parseInSteps(text);
    let count = 0;
    for (let done: boolean | undefined = false; !done; count++) {
      parse.mockClear();
      done = steps.next().done;
      const parsed = parse.mock.calls.reduce((sum, [piece]) => sum + piece.length, 0);
      expect(parsed).toBeLessThan(110_000);
    }
    expect(count).toBeGreaterThan(80);
  } finally {
    parse.mockRestore();
  }
});

test("what is nested too deep is refused where it becomes so", () => {
  expect(() => finish(parseInSteps("[".repeat(5_000_000), 50_000))).toThrow("nested more than 64 levels deep");
  const deep = `${"[".repeat(64)}${"]".repeat(64)}`;
  expect(finish(parseInSteps(deep, 5))).toEqual(JSON.parse(deep));
});
