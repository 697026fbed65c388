import { expect, test } from "vitest";
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

test.each(
  pairs.flatMap(([name, one, oneProgram, other, otherProgram]) => [
    [name, one, oneProgram, other] as const,
    [`${name}, the other way round`, other, otherProgram, one] as const,
  ]),
)("%s: the verdict is the compiler's", (_, before, program, after) => {
  const [base, head] = [smallApi(before), smallApi(after)];
  const { operations, aliases } = diffDocuments(base, head);
  const own = programs(program, "./old.ts");
  const next = programs(program, "./new.ts");
  const complaints = compileConsumers({
    "/old.ts": generateTypes(base),
    "/new.ts": generateTypes(head, { aliases }),
    "/own-create.ts": own.create,
    "/own-get.ts": own.get,
    "/create.ts": next.create,
    "/get.ts": next.get,
  });
  expect([...(complaints.get("/own-create.ts") ?? []), ...(complaints.get("/own-get.ts") ?? [])]).toEqual([]);
  for (const [method, file] of [
    ["POST", "/create.ts"],
    ["GET", "/get.ts"],
  ] as const) {
    const findings = operations.find((operation) => operation.method === method)?.findings ?? [];
    const breaking = findings
      .filter(({ by, bump }) => by === "compiler" && bump === "major")
      .map(({ message }) => message);
    const errors = complaints.get(file) ?? [];
    expect(
      breaking.length > 0,
      `verdict: ${breaking.join("; ") || "not breaking"}\ncompiler: ${errors.join("\n") || "compiles"}`,
    ).toBe(errors.length > 0);
  }
});
