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
  "ask for scopes of a credential": (document, pick, { value }) => {
    catalogueOf(document);
    const scopes = [["read"], ["read", "write"], []][value % 3] ?? [];
    holderOf(document, pick, value).security = [{ OAuth: scopes }];
  },
  "change the scopes that there are": (document, _, { value }) => {
    const catalogue = catalogueOf(document);
    const scope = ["read", "write", "admin"][value % 3] ?? "admin";
    if (scope in catalogue) delete catalogue[scope];
    else catalogue[scope] = "";
  },
  "need other scopes": (document, pick, { value }) => {
    const scopes = [[], ["things:read"], ["things:write"], ["things:read", "things:write"]];
    pick(operations(document))["x-klaviyo-scopes"] = scopes[value % 4];
  },
  "be elsewhere": (document, pick, { value }) => {
    const holder = value % 3 === 2 ? pick(Object.values(document.paths)) : holderOf(document, pick, value);
    Object.assign(holder, { servers: [urls.slice(0, 1), urls, urls.slice(1)][Math.floor(value / 3) % 3] });
  },
  "be tagged otherwise": (document, pick) => {
    pick(operations(document)).tags = ["Others"];
  },
};

/** The scopes that a token can be asked for with. */
function catalogueOf({ components: { securitySchemes } }: SmallApi): Record<string, string> {
  const flow = { authorizationUrl: "https://a.example/ask", tokenUrl: "https://a.example/token" };
  securitySchemes.OAuth ??= {
    type: "oauth2",
    flows: { authorizationCode: { ...flow, scopes: { read: "", write: "" } } },
  };
  const { flows } = securitySchemes.OAuth as { flows: { authorizationCode: { scopes: Record<string, string> } } };
  return flows.authorizationCode.scopes;
}

/** All of the API, or one operation, which then has its own. */
function holderOf(
  document: SmallApi,
  pick: <Item>(items: readonly Item[]) => Item,
  value: number,
): Record<string, unknown> {
  return value % 2 === 0 ? document : pick(operations(document));
}
