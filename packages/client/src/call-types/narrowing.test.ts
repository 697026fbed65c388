import { expect, test } from "vitest";
import type { Result } from "../answers/result.ts";
import { createClient as createDecember } from "../generated/2023-12-15.ts";
import { createClient as createJuly } from "../generated/2026-07-15.ts";
import { unwrap } from "../helpers/unwrap.ts";
import { narrowingOperations } from "../testing/narrowing-operations.ts";
import { narrowingQueries } from "../testing/narrowing-queries.ts";
import { readShapes } from "../testing/read-shapes.ts";
import { sampleCatalog } from "../testing/sample-catalog.ts";
import { misfits, type Shape } from "../testing/shape.ts";

type LooseCall = (path: string, init: object) => Promise<Result<unknown>>;

/** The types that the compiler gives to the answers of these calls. */
function answerTypes(revision: string, calls: readonly string[]): Shape[] {
  const types = readShapes(`
    import { createClient } from "./generated/${revision}.ts";
    import { unwrap } from "./helpers/unwrap.ts";
    const klaviyo = createClient({ apiKey: "pk_1" });
    ${calls.map((call, index) => `export const answer${index} = await unwrap(klaviyo.${call});`).join("\n")}
  `);
  return calls.map((_, index) => types.get(`answer${index}`) as Shape);
}

const revisions = [
  { revision: "2023-12-15", createClient: createDecember, count: 27 },
  { revision: "2026-07-15", createClient: createJuly, count: 42 },
] as const;

test.each(revisions)("$revision: every answer has the properties that its type has", async (given) => {
  const full = await sampleCatalog("everything");
  const operations = narrowingOperations(given.revision).filter(({ path }) => full.serves(path));
  expect(operations).toHaveLength(given.count);
  const calls = operations.flatMap(({ method, path, words }) =>
    narrowingQueries(words).map(({ text, value, isLiteral }) => {
      const rest = `path: ${JSON.stringify(full.pathOf(path))} }, body: ${JSON.stringify(full.bodyOf(method, path))}`;
      return {
        method,
        path,
        query: value,
        isLiteral,
        text: `${method}("${path}", { params: { query: ${text}, ${rest} })`,
      };
    }),
  );
  const types = answerTypes(
    given.revision,
    calls.map(({ text }) => text),
  );

  const found: string[] = [];
  for (const { mock, pathOf, bodyOf } of [full, await sampleCatalog("little")]) {
    const client = given.createClient({ apiKey: "pk_1", retry: false, fetch: mock.fetch });
    for (const [index, { method, path, query, isLiteral, text }] of calls.entries()) {
      const call = client[method as "GET"] as unknown as LooseCall;
      const answer = await unwrap(call(path, { params: { path: pathOf(path), query }, body: bodyOf(method, path) }));
      // an optional property that even a record with everything lacks should not be in the type
      const mustBeFull = (place: string) => mock === full.mock && isLiteral && place.endsWith(".attributes");
      const problems = misfits(answer, types[index] as Shape, mustBeFull);
      found.push(...problems.map((problem) => `${text}: ${problem}`));
    }
  }
  // a few say as much as thousands
  expect(found.slice(0, 10)).toEqual([]);
});
