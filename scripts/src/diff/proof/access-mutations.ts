import type { SmallApi } from "../../testing/small-api.ts";
import { type Mutate, operations } from "./mutation.ts";

const key = (name: string) => ({ type: "apiKey", in: "header", name });
const ways = [[{ Key: [] }], [{ Key: [] }, { Other: [] }], [{ Other: [] }], [{ Key: [], Other: [] }], []];
const urls = ["https://a.example", "https://b.example"].map((url) => ({ url }));

/** What happens to where an API is, and to whom it lets in. */
export const accessMutations: Record<string, Mutate> = {
  "ask for other credentials": (document, pick, { value }) => {
    const schemes = document.components.securitySchemes;
    schemes.Key ??= key("Authorization");
    schemes.Other ??= key("X-Other");
    holderOf(document, pick, value).security = ways[value % ways.length] ?? [];
  },
  "send a credential in another way": ({ components }, _, { value }) => {
    components.securitySchemes.Key = key(value % 2 === 0 ? "X-Key" : "Authorization");
  },
  "rename a credential": (document) => {
    const { Key, ...others } = document.components.securitySchemes;
    if (!Key) return;
    document.components.securitySchemes = { ...others, NewKey: Key };
    for (const holder of [document, ...operations(document)]) {
      if (holder.security)
        holder.security = JSON.parse(JSON.stringify(holder.security).replaceAll('"Key"', '"NewKey"'));
    }
  },
  "be elsewhere": (document, pick, { value }) => {
    holderOf(document, pick, value).servers = [urls.slice(0, 1), urls, urls.slice(1)][value % 3];
  },
};

/** All of the API, or one operation, which then has its own. */
function holderOf(
  document: SmallApi,
  pick: <Item>(items: readonly Item[]) => Item,
  value: number,
): Record<string, unknown> {
  return value % 2 === 0 ? document : pick(operations(document));
}
