import { afterAll, beforeAll, expect, test } from "vitest";
import { parseSpec } from "../document/read-document.ts";
import { loopbackUpstream, type Upstream } from "../testing/loopback-upstream.ts";
import { lintedApi } from "../testing/small-workspace.ts";
import { generateTypes } from "./types.ts";

let outside: Upstream;
const hits: string[] = [];
const answer = (request: { url?: string }, response: { end(text: string): void }) => {
  hits.push(request.url ?? "");
  response.end('{"type":"string"}');
};

beforeAll(async () => {
  outside = await loopbackUpstream({ "/a": answer });
});
afterAll(() => outside.close());

type Json = Record<string, unknown>;

test.each<[string, (schema: Json, url: string) => void]>([
  ["a $ref in an example", (schema, $ref) => Object.assign(schema, { example: { $ref } })],
  ["a $ref in a list of examples", (schema, $ref) => Object.assign(schema, { examples: [{ deep: { $ref } }] })],
  [
    "an example's externalValue",
    (schema, externalValue) => Object.assign(schema, { examples: { a: { externalValue } } }),
  ],
  [
    "a discriminator's mapping",
    (schema, url) => Object.assign(schema, { discriminator: { propertyName: "name", mapping: { a: url } } }),
  ],
])("%s to a URL or a file is not followed", async (_, edit) => {
  for (const target of [`${outside.url}/a`, "/etc/passwd", "../package.json"]) {
    const document = lintedApi("2026-01-15", ({ components }) => edit(components.schemas.Thing as Json, target));
    const types = await generateTypes(parseSpec(JSON.stringify(document), "hostile.json").document);
    expect(types).toContain('status: "new" | "used"');
  }
  expect(hits).toEqual([]);
});
