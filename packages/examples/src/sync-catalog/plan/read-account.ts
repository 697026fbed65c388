import { type Client, catalogId, paginate, related } from "@org/client";
import type { RecordType } from "../catalog/attributes.ts";
import { digestOf } from "./digest.ts";
import { inParallel } from "./in-parallel.ts";
import type { Outline } from "./outline.ts";

/** What an account has besides the records of a file, by external id; of a variant, the external id of its item. */
export type OthersInAccount = Readonly<Record<RecordType, ReadonlyMap<string, string | undefined>>>;

export interface ReadAccountOptions {
  signal: AbortSignal;
  /** Whether items go that the file does not mention. */
  deleteMissing: boolean;
  /** Called with the number of records read so far. */
  onRead: (records: number) => void;
}

/**
 * Reads an account and compares it with the outline of a file: only types and attributes that the file speaks of. What is
 * found is written into the outline. Records that belong to another integration's catalog are left out: they are not ours
 * to change.
 */
export async function readAccount(
  klaviyo: Client,
  outline: Outline,
  { signal, deleteMissing, onRead }: ReadAccountOptions,
): Promise<OthersInAccount> {
  const others = {
    "catalog-category": new Map<string, undefined>(),
    "catalog-item": new Map<string, undefined>(),
    "catalog-variant": new Map<string, string | undefined>(),
  };
  let count = 0;
  onRead(count);
  const compare = (type: RecordType, { id, attributes }: Resource, item?: string): void => {
    const externalId = attributes.external_id;
    if (typeof externalId !== "string" || id !== catalogId(externalId)) return;
    const record = outline.get(type, externalId);
    if (record) {
      record.found = digestOf(record.shape, attributes, item) === record.digest ? "same" : "different";
      record.item = item;
    } else if (type === "catalog-variant") others[type].set(externalId, item);
    else others[type].set(externalId, undefined);
    onRead(++count);
  };
  const fields = (type: RecordType): string[] => ["external_id", ...outline.attributesOf(type)];

  if (outline.has("catalog-category") || outline.hasCategories) {
    const query = { "fields[catalog-category]": fields("catalog-category") as "name"[] };
    for await (const category of paginate(klaviyo, "/api/catalog-categories", { params: { query }, signal })) {
      compare("catalog-category", category as Resource);
    }
  }
  if (outline.has("catalog-item") || outline.has("catalog-variant")) {
    // The API deletes an item's variants with it, so that they matter as soon as an item may go.
    const mayDeleteItems = outline.deletes("catalog-item") || (deleteMissing && outline.has("catalog-item"));
    const query = {
      // An item's variants come with it, which tells whose they are.
      ...((outline.has("catalog-variant") || mayDeleteItems) && { include: ["variants" as const] }),
      "fields[catalog-item]": fields("catalog-item") as "title"[],
      "fields[catalog-variant]": fields("catalog-variant") as "title"[],
    };
    for await (const page of paginate(klaviyo, "/api/catalog-items", { params: { query }, signal }).pages()) {
      for (const item of page.data) {
        compare("catalog-item", item as Resource);
        const ofItem = externalIdOf(item.id);
        for (const variant of related(page, item, "variants") ?? [])
          if (variant) compare("catalog-variant", variant as Resource, ofItem);
      }
    }
  }
  if (outline.hasCategories) await readLinks(klaviyo, outline, others["catalog-category"], signal);
  return others;
}

/** A list for each category: far fewer calls than one for each item. */
async function readLinks(
  klaviyo: Client,
  outline: Outline,
  otherCategories: ReadonlyMap<string, unknown>,
  signal: AbortSignal,
): Promise<void> {
  const ofFile = [...outline.records["catalog-category"]].filter(([, { found }]) => found !== undefined);
  const categories = [...ofFile.map(([id]) => id), ...otherCategories.keys()];
  await inParallel(categories, async (category) => {
    const init = { params: { path: { id: catalogId(category) } }, signal };
    for await (const { id } of paginate(klaviyo, "/api/catalog-categories/{id}/relationships/items", init)) {
      const item = outline.get("catalog-item", externalIdOf(id));
      if (item?.shape.hasCategories) item.categories = [...(item.categories ?? []), category];
    }
  });
}

interface Resource {
  id: string;
  attributes: Readonly<Record<string, unknown>>;
}

/** `$custom:::$default:::SKU-1` is the id of `SKU-1`. */
function externalIdOf(id: string): string {
  return id.split(":::").slice(2).join(":::");
}
