import { type Client, catalogId, paginate, related } from "@org/client";
import type { RecordType } from "../catalog/attributes.ts";
import type { CatalogRecord } from "../catalog/catalog-record.ts";
import { inParallel } from "./in-parallel.ts";

export interface AccountRecord {
  attributes: Readonly<Record<string, unknown>>;
  /** The external id of a variant's item. */
  item?: string | undefined;
  /** The external ids of an item's categories, as far as they are of this catalog. */
  categories: Set<string>;
}

/** What is there, by external id. */
export type Account = Readonly<Record<RecordType, Map<string, AccountRecord>>>;

export interface ReadAccountOptions {
  signal: AbortSignal;
  /** Called with the number of records read so far. */
  onRead: (records: number) => void;
}

/**
 * Reads of an account what the records of a file are compared with: only types and attributes that the file speaks of.
 * Records that belong to another integration's catalog are left out: they are not ours to change.
 */
export async function readAccount(
  klaviyo: Client,
  records: readonly CatalogRecord[],
  { signal, onRead }: ReadAccountOptions,
): Promise<Account> {
  const account: Account = {
    "catalog-category": new Map(),
    "catalog-item": new Map(),
    "catalog-variant": new Map(),
  };
  let count = 0;
  onRead(count);
  const keep = (type: RecordType, resource: Resource, item?: string): void => {
    const externalId = resource.attributes.external_id;
    if (typeof externalId !== "string" || resource.id !== catalogId(externalId)) return;
    account[type].set(externalId, { attributes: resource.attributes, item, categories: new Set() });
    onRead(++count);
  };
  const has = (type: RecordType): boolean => records.some((record) => record.type === type);
  const hasLinks = records.some(({ categories }) => categories !== undefined);

  if (has("catalog-category") || hasLinks) {
    const query = { "fields[catalog-category]": fieldsOf(records, "catalog-category") as "name"[] };
    for await (const category of paginate(klaviyo, "/api/catalog-categories", { params: { query }, signal })) {
      keep("catalog-category", category as Resource);
    }
  }
  if (has("catalog-item") || has("catalog-variant")) {
    const query = {
      // An item's variants come with it, which tells whose they are.
      ...(has("catalog-variant") && { include: ["variants" as const] }),
      "fields[catalog-item]": fieldsOf(records, "catalog-item") as "title"[],
      "fields[catalog-variant]": fieldsOf(records, "catalog-variant") as "title"[],
    };
    for await (const page of paginate(klaviyo, "/api/catalog-items", { params: { query }, signal }).pages()) {
      for (const item of page.data) {
        keep("catalog-item", item as Resource);
        const variants = related(page, item, "variants") ?? [];
        for (const variant of variants)
          if (variant) keep("catalog-variant", variant as Resource, externalIdOf(item.id));
      }
    }
  }
  if (hasLinks) await readLinks(klaviyo, account, signal);
  return account;
}

/** A list for each category: far fewer calls than one for each item. */
async function readLinks(klaviyo: Client, account: Account, signal: AbortSignal): Promise<void> {
  await inParallel(account["catalog-category"].keys(), async (category) => {
    const init = { params: { path: { id: catalogId(category) } }, signal };
    for await (const { id } of paginate(klaviyo, "/api/catalog-categories/{id}/relationships/items", init)) {
      account["catalog-item"].get(externalIdOf(id))?.categories.add(category);
    }
  });
}

interface Resource {
  id: string;
  attributes: Readonly<Record<string, unknown>>;
}

/** The attributes that the file gives records of a type, and what names them. */
function fieldsOf(records: readonly CatalogRecord[], type: RecordType): string[] {
  const ofType = records.filter((record) => record.type === type);
  return ["external_id", ...new Set(ofType.flatMap(({ attributes }) => Object.keys(attributes)))];
}

/** `$custom:::$default:::SKU-1` is the id of `SKU-1`. */
function externalIdOf(id: string): string {
  return id.split(":::").slice(2).join(":::");
}
