import { expect, test } from "vitest";
import { type SmallApi, smallApi } from "../testing/small-api.ts";
import { diffDocuments } from "./diff-documents.ts";
import { groupFindings } from "./group-findings.ts";

type Json = Record<string, unknown>;
type Schema = { required?: string[]; properties: Record<string, Json> };

/** Two requests and an answer, each with a component of its own for the resource `thing`, and what else is in one. */
function things(attributes: Record<"New" | "Change" | "Answer", Schema>, type: Json = { enum: ["thing"] }) {
  return smallApi((document: SmallApi) => {
    const { post } = document.paths["/api/things"] ?? {};
    const { get } = document.paths["/api/things/{id}"] ?? {};
    const content = (name: string) => ({
      "application/json": {
        schema: { type: "object", properties: { data: { $ref: `#/components/schemas/${name}` } } },
      },
    });
    Object.assign(post ?? {}, { requestBody: { required: true, content: content("New") } });
    Object.assign(get?.responses ?? {}, { "200": { description: "A thing.", content: content("Answer") } });
    Object.assign(document.paths["/api/things/{id}"] ?? {}, {
      patch: { ...post, operationId: "update_thing", requestBody: { required: true, content: content("Change") } },
    });
    const schemas: Record<string, Json> = { Type: { type: "string", ...type } };
    for (const [name, schema] of Object.entries(attributes)) {
      const properties = {
        type: { $ref: "#/components/schemas/Type" },
        attributes: { type: "object", ...schema },
      };
      schemas[name] = { type: "object", required: ["type", "attributes"], properties };
    }
    Object.assign(document.components, { schemas });
  });
}

const all = (schema: Schema) => ({ New: schema, Change: schema, Answer: schema });
const told = (base: ReturnType<typeof smallApi>, head: ReturnType<typeof smallApi>) =>
  groupFindings(diffDocuments(base, head).operations).map(({ message, operations }) => [message, operations]);

const none = { properties: { name: { type: "string" } } };
const price = { properties: { ...none.properties, price: { type: "number" } } };
const needed = { ...price, required: ["price"] };
const requests = ["create_thing", "update_thing"];

test("what is said of a resource is said once of what is sent and once of what is answered", () => {
  expect(told(things(all(price)), things(all(none)))).toEqual([
    ["`attributes.price` of `thing` is gone; a literal that sets it no longer compiles", requests],
    ["`data.attributes.price` of the 200 answer is gone; reading it no longer compiles", ["get_thing"]],
  ]);
  expect(told(things(all(none)), things(all(price)))).toEqual([
    ["`attributes.price` of `thing` is new and may be left out", requests],
    ["`data.attributes.price` of the 200 answer is new", ["get_thing"]],
  ]);
  expect(told(things(all(price)), things(all(needed)))).toEqual([
    ["`attributes.price` of `thing` must be sent now", requests],
    ["`data.attributes.price` of the 200 answer is always there now", ["get_thing"]],
  ]);
});

test("what only a document shows is said of a resource, too", () => {
  const limited = { properties: { ...none.properties, price: { type: "number", maximum: 10 } } };
  expect(told(things(all(price)), things(all(limited))).at(0)).toEqual([
    "maximum of `attributes.price` of `thing` was none and is 10: fewer values are valid",
    requests,
  ]);
});

test("a resource that is put together of parts is the one that the parts make", () => {
  const parts = (schema: Schema) => {
    const document = things(all(schema));
    for (const part of Object.values((document.components as { schemas: Record<string, Json> }).schemas)) {
      const { properties, required, ...rest } = part as { properties?: Json; required?: string[] };
      if (!properties) continue;
      const { type, attributes } = properties;
      for (const key of ["properties", "required", "type"]) delete part[key];
      Object.assign(part, rest, {
        allOf: [
          { type: "object", required: ["type"], properties: { type } },
          { type: "object", properties: { attributes } },
        ],
      });
    }
    return document;
  };
  expect(told(parts(price), parts(none)).at(0)?.at(0)).toMatch(/^`attributes.price` of `thing` is gone/);
});

test("what is not the same of two requests is told of each", () => {
  const [optional, required] = [price, needed];
  const base = things({ New: optional, Change: optional, Answer: none });
  expect(told(base, things({ New: required, Change: none, Answer: none }))).toEqual([
    ["`data.attributes.price` of the request body must be sent now", ["create_thing"]],
    [
      "`data.attributes.price` of the request body is gone; a literal that sets it no longer compiles",
      ["update_thing"],
    ],
  ]);
});

test("a type that the property had in one of them only is not said of all", () => {
  const [group] = groupFindings(
    diffDocuments(things({ New: needed, Change: price, Answer: none }), things(all(none))).operations,
  );
  expect([group?.operations, group?.detail?.old]).toEqual([requests, undefined]);
  expect(group?.pointers).toHaveLength(2);
});

test("a component whose type can be several is no resource, and is told by its own name", () => {
  const several = { enum: ["thing", "other"] };
  expect(told(things(all(price), several), things(all(none), several))).toHaveLength(3);
});
