import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OpenApiDocument, Parameter, Schema } from "../document/openapi.ts";
import { readDocument } from "../document/read-document.ts";
import { resolve } from "../document/reference.ts";
import { isObject, walk } from "../document/walk.ts";
import { parseRateLimit } from "../generate/rate-limit.ts";

/**
 * Writes the document that upstream might publish as `revision`: the fragment `base` with an attribute of items more, its
 * name among the fields that can be asked for, an operation more, a lower limit of one, and larger pages. None of our own
 * code minds. Answers the file.
 */
export async function publishMildly(root: string, base: string, revision: string, folder: string): Promise<string> {
  const { document } = await readDocument(join(root, "openapi", `${base}.yaml`));
  const next: OpenApiDocument = JSON.parse(JSON.stringify(document).replaceAll(`"${base}"`, `"${revision}"`));
  addAttribute(next);
  addOperation(next);
  lowerLimit(next);
  enlargePages(next);
  const file = join(folder, `${revision}.json`);
  await writeFile(file, JSON.stringify(next));
  return file;
}

function addAttribute(document: OpenApiDocument): void {
  const shelf = { type: "string", nullable: true, description: "Where the item lies." };
  const resource = resolve<Schema>(document, { $ref: "#/components/schemas/CatalogItemResponseObjectResource" });
  const { attributes } = resource.properties ?? {};
  if (!isObject(attributes) || !isObject(attributes.properties)) throw new Error("items should have attributes");
  attributes.properties.shelf = shelf;
  walk(document, "document", (node, kind) => {
    const { name, schema } = node as Partial<Parameter>;
    if (kind !== "parameter" || name !== "fields[catalog-item]" || !isObject(schema) || !isObject(schema.items)) return;
    if (Array.isArray(schema.items.enum)) schema.items.enum.push("shelf");
  });
}

function addOperation(document: OpenApiDocument): void {
  const [path, item] = itemOf(document);
  if (!path || !item?.get) throw new Error("there should be an operation that reads an item");
  const { "x-klaviyo-operation-aliases": _, ...get } = structuredClone(item.get);
  const operation = { ...get, operationId: "get_shelf_of_catalog_item", summary: "Read the shelf of an item" };
  document.paths[path.replace("{id}", "{id}/shelf")] = { get: operation };
}

function lowerLimit(document: OpenApiDocument): void {
  const [, item] = itemOf(document);
  const limit = item?.delete?.["x-klaviyo-ratelimit"];
  const { burst } = parseRateLimit(limit);
  if (!limit || burst === undefined) throw new Error("there should be an operation that deletes an item, with limits");
  limit.burst = `${Math.ceil(burst / 2)}/s`;
}

/** Where pages have a size that can be asked for, which the oldest revision does not know. */
function enlargePages(document: OpenApiDocument): void {
  walk(document, "document", (node, kind) => {
    const { name, schema } = node as Partial<Parameter>;
    if (kind !== "parameter" || name !== "page[size]" || !isObject(schema)) return;
    if (typeof schema.maximum !== "number") return;
    schema.maximum *= 2;
  });
}

function itemOf({ paths }: OpenApiDocument) {
  return Object.entries(paths).find(([path]) => /^\/api\/catalog-items\/\{id\}\/?$/.test(path)) ?? [];
}
