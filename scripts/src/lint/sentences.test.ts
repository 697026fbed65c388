import { expect, test } from "vitest";
import { sentences } from "./sentences.ts";

test("a copied sentence is found whatever stands around it, and short ones do not count", () => {
  const theirs = sentences({
    description: "Gets it.<br>The quick brown fox jumps over the lazy dog, twice. Ends here.",
  });
  const ours = sentences([{ a: ["Look!\nThe quick, brown fox jumps over the `lazy` dog twice"] }, "Gets it."]);
  expect([...theirs]).toEqual(["the quick brown fox jumps over the lazy dog twice"]);
  expect(ours).toEqual(theirs);
});
