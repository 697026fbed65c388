import { expect, test } from "vitest";
import { type Edit, none } from "../testing/edit.ts";
import { smallApi } from "../testing/small-api.ts";
import { diffDocuments } from "./diff-documents.ts";

type Json = Record<string, unknown>;

const object = (properties: Json, required: string[] = []) => ({ type: "object", properties, required });
const text = { type: "string" };
const content = (schema: Json) => ({ content: { "application/json": { schema } } });
const request = (body: Json, more: Json = {}) => ({
  post: { requestBody: { required: true, ...content(body) }, responses: { "200": { description: "Taken." } }, ...more },
});

const webhook = (body: Json, more: Json = {}): Edit => {
  return (document) => Object.assign(document, { webhooks: { created: request(body, more) } });
};
const callback = (body: Json, more: Json = {}): Edit => {
  return (document) =>
    Object.assign(document.paths["/api/things"]?.post ?? {}, {
      callbacks: { done: { "{$request.body#/name}": request(body, more) } },
    });
};
const answer = (schema: Json) => ({ responses: { "200": { description: "Taken.", ...content(schema) } } });
const signature = (required: boolean) => ({ parameters: [{ name: "X-Sign", in: "header", required, schema: text }] });

/** The API calls, and the program answers: what is written and what is read change places. */
const changes: [name: string, base: [Json, Json?] | undefined, head: [Json, Json?] | undefined, expected: string][] = [
  [
    "loses a property",
    [object({ id: text, at: text })],
    [object({ id: text })],
    "major breaking unchanged property-removed",
  ],
  [
    "gains a property",
    [object({ id: text })],
    [object({ id: text, at: text }, ["at"])],
    "minor compatible unchanged property-added-required",
  ],
  [
    "has a new value",
    [object({ at: { enum: ["a"] } })],
    [object({ at: { enum: ["a", "b"] } })],
    "major breaking unchanged enum-value-added",
  ],
  [
    "has a value less",
    [object({ at: { enum: ["a", "b"] } })],
    [object({ at: { enum: ["a"] } })],
    "major breaking unchanged enum-value-removed",
  ],
  [
    "may lack a property",
    [object({ id: text }, ["id"])],
    [object({ id: text })],
    "major breaking unchanged property-became-optional",
  ],
  [
    "always has a property",
    [object({ id: text })],
    [object({ id: text }, ["id"])],
    "minor compatible unchanged property-became-required",
  ],
  [
    "wants more in its answer",
    [{}, answer(object({ ok: text }))],
    [{}, answer(object({ ok: text }, ["ok"]))],
    "major unchanged breaking property-became-required",
  ],
  [
    "takes more in its answer",
    [{}, answer(object({ ok: text }))],
    [{}, answer(object({ ok: text, more: text }))],
    "minor unchanged compatible property-added",
  ],
  [
    "limits its answer",
    [{}, answer(object({ ok: text }))],
    [{}, answer(object({ ok: { ...text, maxLength: 3 } }))],
    "major unchanged breaking limit-tightened",
  ],
  [
    "has a new header",
    [object({})],
    [object({}), signature(true)],
    "minor compatible unchanged property-added-required",
  ],
  [
    "may lack a header",
    [object({}), signature(true)],
    [object({}), signature(false)],
    "major breaking unchanged property-became-optional",
  ],
];

test.each(changes)("a webhook %s", (_, base, head, expected) => {
  const edit = (side: typeof base) => (side ? webhook(...side) : none);
  const { operations } = diffDocuments(smallApi(edit(base)), smallApi(edit(head)));
  const own = operations.find(({ path }) => path === "webhooks/created");
  expect(`${own?.bump} ${own?.response} ${own?.request} ${own?.findings.map(({ rule }) => rule)}`).toBe(expected);
  expect(own?.findings[0]?.message).toContain("the webhook `created`");
});

test.each(changes)("a callback %s", (_, base, head, expected) => {
  const edit = (side: typeof base) => (side ? callback(...side) : none);
  const { operations } = diffDocuments(smallApi(edit(base)), smallApi(edit(head)));
  const own = operations.find(({ operationId }) => operationId === "create_thing");
  expect(`${own?.bump} ${own?.response} ${own?.request} ${own?.findings.map(({ rule }) => rule)}`).toBe(expected);
  expect(own?.findings.map(({ by }) => by)).toEqual(["wire"]);
  expect(own?.findings[0]?.message).toContain("the callback `done`");
});

test.each([
  ["webhook", webhook, "webhook-removed", "webhook-added"],
  ["callback", callback, "callback-removed", "callback-added"],
] as const)("a %s that is gone is major, a new one is minor", (_, edit, gone, come) => {
  const rules = (base: Edit, head: Edit) =>
    diffDocuments(smallApi(base), smallApi(head)).operations.flatMap(({ findings }) =>
      findings.map(({ rule, bump }) => `${bump} ${rule}`),
    );
  expect(rules(edit(object({})), none)).toEqual([`major ${gone}`]);
  expect(rules(none, edit(object({})))).toEqual([`minor ${come}`]);
});

test("a component that a webhook sends as well is compared for it, too", () => {
  const hook = webhook({ $ref: "#/components/schemas/Owner" });
  const base = smallApi(hook);
  const head = smallApi((document) => {
    hook(document);
    Object.assign(document.components.schemas.Owner?.properties ?? {}, { phone: text });
  });
  const { operations } = diffDocuments(base, head);
  expect(operations.map(({ path, bump }) => [path, bump])).toEqual([
    ["/api/things", "minor"],
    ["/api/things/{id}", "minor"],
    ["webhooks/created", "minor"],
  ]);
});
