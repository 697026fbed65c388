import { describe, expect, test } from "vitest";
import { diffDocuments } from "../diff/diff-documents.ts";
import { parseSpec } from "../document/read-document.ts";
import { type CompilerVersion, compile, compilers } from "../testing/compilers.ts";
import { documentOutputs } from "./outputs.ts";

const document = ({ leaf = "string", inList = "null" } = {}) =>
  parseSpec(
    `openapi: 3.1.0
info: { version: "1" }
paths:
  /values:
    get:
      responses:
        "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Json" } } } }
        "201": { content: { application/json: { schema: { $ref: "#/components/schemas/odd~1name" } } } }
components:
  schemas:
    Json:
      oneOf:
        - { type: ${leaf} }
        - { type: array, items: { $ref: "#/components/schemas/Json" } }
        - { type: object, additionalProperties: { $ref: "#/components/schemas/Json" } }
    Endless: { type: array, items: { $ref: "#/components/schemas/Endless" } }
    "odd/name":
      anyOf: [{ type: boolean }, { $ref: "#/components/schemas/Detour" }]
    Detour: { type: array, items: { anyOf: [{ $ref: "#/components/schemas/odd~1name" }, { type: "${inList}" }] } }
    Pair: { oneOf: [{ type: string }, { type: array, prefixItems: [{ $ref: "#/components/schemas/Pair" }] }] }
    Tree: { type: object, properties: { children: { type: array, items: { $ref: "#/components/schemas/Tree" } } } }
`,
    "spec.yaml",
  ).document;

const consumer = `
import type { Schema } from "./types.js";
export const json: Schema<"Json"> = ["a", ["b", { c: ["d"] }]];
// @ts-expect-error no number anywhere
export const wrong: Schema<"Json"> = ["a", ["b", { c: [1] }]];
export const endless: Schema<"Endless"> = [[], [[]]];
// @ts-expect-error only lists
export const ended: Schema<"Endless"> = [[], [["a"]]];
export const odd: Schema<"odd/name"> = [true, null, [[false]]];
// @ts-expect-error null stands in a list only
export const nothing: Schema<"odd/name"> = null;
export const pair: Schema<"Pair"> = [["a"]];
// @ts-expect-error no boolean anywhere
export const noPair: Schema<"Pair"> = [[true]];
`;

describe("schemas that contain themselves with no object between", () => {
  const types = documentOutputs(document(), "spec.yaml").get("types.ts") ?? "";

  test.each(Object.keys(compilers) as CompilerVersion[])("are typed in TypeScript %s", async (version) => {
    expect(await compile(version, { "types.ts": types, "consumer.ts": consumer })).toBe("");
  });

  test("only their lists get names: others stay where they are", () => {
    expect(types).toContain('children?: components["schemas"]["Tree"][];');
    expect(types.match(/^type RecursiveList\d+ = /gm)).toHaveLength(4);
  });

  test.each([{ leaf: "integer" }, { inList: "integer" }])("a change within them is told: %o", (change) => {
    expect(diffDocuments(document(), document()).bump).toBe("none");
    const { bump, operations } = diffDocuments(document(), document(change));
    expect([bump, operations.map(({ findings }) => findings.length > 0)]).toEqual(["major", [true]]);
  });
});
