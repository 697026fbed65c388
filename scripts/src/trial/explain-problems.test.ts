import { expect, test } from "vitest";
import { diffDocuments } from "../diff/diff-documents.ts";
import { smallApi } from "../testing/small-api.ts";
import { explainProblems } from "./explain-problems.ts";

const { operations } = diffDocuments(
  smallApi(),
  smallApi((document) => {
    delete document.components.schemas.Thing?.properties.note;
    delete document.components.schemas.Thing?.properties.size;
  }),
);

const program = `const { data } = await klaviyo.GET("/api/things/{id}", { params: { path: { id: "1" } } });
console.log(data?.size);
console.log(data?.note);
const other: number = "text";
`;

const causeOf = (line: number, message: string) =>
  explainProblems([{ file: "a.ts", line, message }], operations, () => program)[0]?.cause;

test("a complaint comes from the finding whose property it names, in the operation that is called before", () => {
  expect(causeOf(3, "Property 'note' does not exist on type 'Thing'.")).toEqual({
    operationId: "get_thing",
    message: expect.stringContaining("`note`"),
  });
  expect(causeOf(2, "Property 'size' does not exist on type 'Thing'.")?.message).toContain("`size`");
});

test("a complaint in a file that calls nothing of what changed has no cause that can be told", () => {
  const problems = explainProblems(
    [{ file: "a.ts", line: 1, message: "Type 'string' is not assignable." }],
    operations,
    () => 'const a: number = "b";',
  );
  expect(problems[0]?.cause).toBeUndefined();
});

test("the property may be named further down, and an addition breaks what lists all that there is", () => {
  const more = diffDocuments(
    smallApi(),
    smallApi((document) => {
      Object.assign(document.components.schemas.Thing?.properties ?? {}, { brand: { type: "string" } });
    }),
  );
  const complaint = {
    file: "a.ts",
    line: 1,
    message: "Type 'A' is not assignable.",
    reasons: "\n  'brand' is missing.",
  };
  const [named] = explainProblems([complaint], more.operations, () => "const a: number = b;");
  expect(named?.cause?.message).toContain("`brand`");
  const [unnamed] = explainProblems([{ ...complaint, reasons: "" }], more.operations, () => "const a: number = b;");
  expect(unnamed?.cause).toBeUndefined();
});

test("where all that breaks is one finding, a complaint that names nothing comes from it", () => {
  const one = diffDocuments(
    smallApi(),
    smallApi((document) => {
      delete document.components.schemas.Thing?.properties.note;
    }),
  );
  const complaint = { file: "a.ts", line: 1, message: "Type 'string' is not assignable." };
  const [problem] = explainProblems([complaint], one.operations, () => "const a: number = b;");
  expect(problem?.cause?.message).toContain("`note`");
});
