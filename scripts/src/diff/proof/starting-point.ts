import type { SmallApi } from "../../testing/small-api.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = () => ({ type: "string" });
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const object = (properties: object, required: string[] = []) => ({ type: "object", required, properties });
const kind = (type: string, more: object) => object({ type: { ...text(), enum: [type] }, ...more }, ["type"]);

/**
 * Makes of a small API one in which mutations meet what they have to: a `oneOf`, a free-form object, schemas that contain
 * themselves and each other, a form, parameters of lists and of JSON, a webhook and a callback.
 */
export function startingPoint(document: SmallApi): void {
  const { Thing } = document.components.schemas;
  const entries = () => [ref("Folder"), ref("File")];
  Object.assign(document.components.schemas, {
    Cat: kind("cat", { lives: { type: "number" } }),
    Dog: kind("dog", { tricks: { type: "array", items: text() } }),
    Folder: kind("folder", { entries: { type: "array", items: { oneOf: entries() } }, up: ref("Folder") }),
    File: kind("file", { size: { type: "number" }, folder: ref("Folder"), text: text() }),
  });
  Object.assign(Thing?.properties ?? {}, {
    pet: { oneOf: [ref("Cat"), ref("Dog")] },
    anything: { type: "object" },
    tree: { oneOf: entries() },
  });
  const sent = () => ({
    name: text(),
    marks: { type: "array", items: text() },
    owner: ref("Owner"),
    folder: ref("Folder"),
  });
  const about = object({ kind: { ...text(), enum: ["a", "b"] }, depth: { type: "number" } }, ["kind"]);
  Object.assign(document.paths, {
    "/api/files": {
      post: {
        operationId: "create_file",
        tags: ["Things"],
        parameters: [
          { name: "where", in: "query", schema: { type: ["array", "string"], items: text() } },
          { name: "about", in: "query", ...json(about) },
        ],
        requestBody: { required: true, content: { "multipart/form-data": { schema: object(sent(), ["name"]) } } },
        responses: { "204": { description: "Done." } },
      },
    },
  });
  const call = (schema: object) => ({
    requestBody: { required: true, ...json(schema) },
    responses: { "200": { description: "Taken.", ...json(object({ ok: { type: "boolean" } }, ["ok"])) } },
  });
  Object.assign(document, {
    webhooks: { created: { post: call(object({ at: text(), tree: ref("Folder"), owner: object(sent()) }, ["at"])) } },
  });
  Object.assign(document.paths["/api/things"]?.post ?? {}, {
    callbacks: {
      done: { "{$request.body#/note}": { post: call(object({ at: text(), tree: ref("Folder") }, ["at"])) } },
    },
  });
}
