import { beforeAll, expect, test } from "vitest";
import { generateTypes } from "../../generate/types.ts";
import { smallApi, smallApiMedia } from "../../testing/small-api.ts";
import { diffDocuments } from "../diff-documents.ts";
import { compileConsumers } from "./compile-consumers.ts";
import { type Program, pairs } from "./hand-made-pairs.ts";

const least = 'name: "x", status: "new" as const, owner: { email: "x" }';

function programs({ sends = "", calls = "", reads = "" }: Program, module: string): { create: string; get: string } {
  const imports = `import type { routes } from "${module}";\n`;
  return {
    create: `${imports}const body: NonNullable<routes["POST"]["/api/things"]["requestBody"]>["content"]["${smallApiMedia}"] = { ${least}, ${sends} };
${calls}`,
    get: `${imports}
type Call = routes["GET"]["/api/things/{id}"]["parameters"];
type Answer = routes["GET"]["/api/things/{id}"]["responses"];
type Bodies<Status> = Status extends keyof Answer ? Answer[Status] extends { content: infer Content } ? Content[keyof Content] : undefined : never;
declare const data: Bodies<200 | 202 | 203>;
${reads}`,
  };
}

const cases = pairs
  .flatMap(([name, one, oneProgram, other, otherProgram]) => [
    { name, before: one, program: oneProgram, after: other },
    { name: `${name}, the other way round`, before: other, program: otherProgram, after: one },
  ])
  .map(({ name, before, program, after }, index) => {
    const [base, head] = [smallApi(before), smallApi(after)];
    const { operations, aliases } = diffDocuments(base, head);
    const own = programs(program, `./${index}-old.ts`);
    const next = programs(program, `./${index}-new.ts`);
    const files = {
      [`${index}-old.ts`]: generateTypes(base),
      [`${index}-new.ts`]: generateTypes(head, { aliases }),
      [`${index}-own-create.ts`]: own.create,
      [`${index}-own-get.ts`]: own.get,
      [`${index}-create.ts`]: next.create,
      [`${index}-get.ts`]: next.get,
    };
    return { name, index, operations, files };
  });

/** Of all cases, because one compiler for all takes no longer than one for each of the first few. */
let complaints: Map<string, string[]>;
beforeAll(async () => {
  complaints = await compileConsumers(Object.assign({}, ...cases.map(({ files }) => files)));
});

test.each(cases)("$name: the verdict is the compiler's", ({ index, operations }) => {
  const complaintsOf = (file: string) => complaints.get(`${index}-${file}.ts`);
  expect([complaintsOf("own-create"), complaintsOf("own-get")]).toEqual([[], []]);
  for (const [method, file] of [
    ["POST", "create"],
    ["GET", "get"],
  ] as const) {
    const findings = operations.find((operation) => operation.method === method)?.findings ?? [];
    const breaking = findings
      .filter(({ by, bump }) => by === "compiler" && bump === "major")
      .map(({ message }) => message);
    const errors = complaintsOf(file) ?? [];
    expect(
      breaking.length > 0,
      `verdict: ${breaking.join("; ") || "not breaking"}\ncompiler: ${errors.join("\n") || "compiles"}`,
    ).toBe(errors.length > 0);
  }
});
