import { expect, test } from "vitest";
import { highlight } from "./highlight.ts";

test("a text is cut into pieces that are the text again", () => {
  const text = 'const { data } = await klaviyo.GET("/api", { "page[size]": 5 }); // a call\n';
  const pieces = highlight(text, [{ start: 6, length: 8 }]);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  const kindOf = (wanted: string) => pieces.find((piece) => piece.text === wanted)?.kind;
  expect(["const", '"/api"', '"page[size]"', "5", "// a call"].map(kindOf)).toEqual([
    "keyword",
    "string",
    "name",
    "number",
    "comment",
  ]);
  expect(
    pieces
      .filter((piece) => piece.wrong)
      .map((piece) => piece.text)
      .join(""),
  ).toBe("{ data }");
});

test("a mistake at the end of the text, or without a length, harms nothing", () => {
  const texts = (length: number) => highlight("let", [{ start: 3, length }]).map((piece) => piece.text);
  expect([texts(0), texts(5)]).toEqual([["let"], ["let"]]);
});
