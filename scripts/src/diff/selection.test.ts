import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { all, type Edit, none } from "../testing/edit.ts";
import { smallApi } from "../testing/small-api.ts";
import { diffSpecs } from "./diff-specs.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "selection-"));
  const settings = `current: "2026-01-15"\nselect: { tags: [Things] }\nenums: closed\n`;
  await mkdir(join(root, "openapi"));
  await writeFile(join(root, "openapi", "fragment.yaml"), settings);
  await writeFile(join(root, "openapi", "corrections.yaml"), "[]\n");
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function diff(base: Edit, head: Edit) {
  const files = { base: smallApi(base), head: smallApi(head) };
  for (const [name, document] of Object.entries(files)) {
    await writeFile(join(root, `${name}.json`), JSON.stringify({ ...document, openapi: "3.1.0" }));
  }
  const path = (name: string) => join(root, `${name}.json`);
  const { operations } = await diffSpecs(root, "base", "head", { all: false, path });
  return operations.map(({ operationId, change, bump }) => `${operationId} ${change} ${bump}`);
}

const gadget = { type: "object", properties: { size: { type: "number" } } };
const other = (more: object = {}) => ({
  get: {
    operationId: "get_gadget",
    tags: ["Gadgets"],
    responses: { "200": { description: "It.", content: { "application/json": { schema: gadget } } } },
    ...more,
  },
});
const addGadgets: Edit = (document) => Object.assign(document.paths, { "/api/gadgets": other() });
const referTo = (ref: string): Edit => {
  return ({ components }) => Object.assign(components.schemas.Thing?.properties ?? {}, { gadget: { $ref: ref } });
};
const intoOperation = "#/paths/~1api~1gadgets/get/responses/200/content/application~1json/schema";

/** Parts of a document that no selected operation is in, but that refer to components or are referred to. */
const surroundings: [name: string, edit: Edit][] = [
  [
    "a webhook",
    (document) =>
      Object.assign(document.components.schemas, { Gadget: gadget }) &&
      Object.assign(document, {
        webhooks: {
          made: {
            post: {
              requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Gadget" } } } },
              responses: { "200": { description: "Taken." } },
            },
          },
        },
      }),
  ],
  [
    "an extension",
    all((document) => Object.assign(document, { "x-shapes": { Gadget: gadget } }), referTo("#/x-shapes/Gadget")),
  ],
  ["another operation", all(addGadgets, referTo(intoOperation))],
];

test.each(surroundings)("%s beside the selected operations is no obstacle", async (_, edit) => {
  expect(await diff(edit, edit)).toEqual(["create_thing unchanged none", "get_thing unchanged none"]);
  const withoutNote: Edit = ({ components }) => delete components.schemas.Thing?.properties.note;
  expect(await diff(edit, all(edit, withoutNote))).toEqual(["create_thing changed major", "get_thing changed major"]);
});

test("a change in another operation counts where a selected one refers to it", async () => {
  const edit = all(addGadgets, referTo(intoOperation));
  const change: Edit = ({ paths }) => {
    const shape = structuredClone(gadget);
    Object.assign(shape.properties, { color: { type: "string" } });
    const answers = { "200": { description: "It.", content: { "application/json": { schema: shape } } } };
    Object.assign(paths, { "/api/gadgets": other({ responses: answers }) });
  };
  expect(await diff(edit, all(edit, change))).toEqual(["create_thing changed minor", "get_thing changed minor"]);
});

const retag = (tag: string): Edit => {
  return (document) => Object.assign(document.paths["/api/things/{id}"]?.get ?? {}, { tags: [tag] });
};

test("an operation with another tag is still served, and compared as what it was", async () => {
  expect(await diff(none, retag("Stuff"))).toEqual(["create_thing unchanged none", "get_thing unchanged none"]);
  const change: Edit = ({ components }) => delete components.schemas.Thing?.properties.note;
  expect(await diff(none, all(retag("Stuff"), change))).toContain("get_thing changed major");
});

test("an operation that gets a selected tag is new to the packages", async () => {
  expect(await diff(retag("Stuff"), none)).toEqual(["create_thing unchanged none", "get_thing added minor"]);
});
