import { expect, test } from "vitest";
import { smallApi } from "../testing/small-api.ts";
import { diffDocuments } from "./diff-documents.ts";
import { groupFindings } from "./group-findings.ts";

type Json = Record<string, unknown>;

/** `count` schemas, each of which has a property and a list for every one of them, alone or as one of several. */
function web(count: number, own: Json) {
  const names = Array.from({ length: count }, (_, index) => `Node${index}`);
  const refs = names.map((name) => ({ $ref: `#/components/schemas/${name}` }));
  return smallApi((document) => {
    Object.assign(document.components.schemas.Thing?.properties ?? {}, { node: refs[0] });
    for (const name of names) {
      const edges = refs.flatMap((ref, index) => [
        [`one${index}`, ref],
        [`many${index}`, { type: "array", items: { oneOf: [ref, { type: "string" }] } }],
      ]);
      const properties = {
        kind: { type: "string", enum: [name] },
        any: { oneOf: refs },
        ...own,
        ...Object.fromEntries(edges),
      };
      Object.assign(document.components.schemas, { [name]: { type: "object", required: ["kind"], properties } });
    }
  });
}

test.each([10, 25])("%i schemas that all contain each other: each change is one finding of an operation", (count) => {
  const { operations } = diffDocuments(
    web(count, { size: { type: "number" } }),
    web(count, { size: { type: "string" } }),
  );
  expect(operations.map(({ bump, findings }) => [bump, findings.length])).toEqual([
    ["major", count],
    ["major", count],
  ]);
  // Sent and received.
  const groups = groupFindings(operations);
  expect(groups).toHaveLength(2 * count);
  expect(new Set(groups.map(({ pointer }) => pointer)).size).toBe(count);
});

test("a component that operations reach in different ways is reported once, by its own name", () => {
  const document = (properties: Json) =>
    smallApi((api) => {
      Object.assign(api.components.schemas.Owner?.properties ?? {}, properties);
      const list = { type: "array", items: { $ref: "#/components/schemas/Owner" } };
      const { get } = api.paths["/api/things/{id}"] ?? {};
      Object.assign(api.paths, {
        "/api/owners": {
          get: {
            ...get,
            operationId: "get_owners",
            responses: { "200": { description: "", content: { "application/json": { schema: list } } } },
          },
        },
      });
    });
  const { operations } = diffDocuments(document({}), document({ phone: { type: "string" } }));
  const groups = groupFindings(operations);
  expect(groups.map(({ message, operations: ids }) => [message, ids])).toEqual([
    ["`phone` of the component `Owner` is new and may be left out", ["create_thing", "get_thing", "get_owners"]],
  ]);
});

test("a schema that contains itself fits where it is one of several", () => {
  const tree = (name: string, more: Json) =>
    smallApi(({ components }) => {
      const self = { $ref: "#/components/schemas/Tree" };
      const leaf = { type: "object", required: ["leaf"], properties: { leaf: { type: "string" } } };
      Object.assign(components.schemas, {
        Tree: {
          oneOf: [leaf, { type: "object", required: ["left"], properties: { left: self, right: self, ...more } }],
        },
      });
      Object.assign(components.schemas.Thing?.properties ?? {}, { [name]: self });
    });
  expect(diffDocuments(tree("tree", {}), tree("tree", {})).bump).toBe("none");
  const { operations } = diffDocuments(tree("tree", {}), tree("tree", { weight: { type: "number" } }));
  expect(operations.map(({ bump, findings }) => [bump, findings.map(({ rule }) => rule)])).toEqual([
    ["minor", ["property-added"]],
    ["minor", ["property-added"]],
  ]);
});
