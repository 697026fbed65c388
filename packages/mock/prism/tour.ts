import type { MockClock } from "../src/index.ts";
import { categoryInput, idOf, itemInput, jobInput, variantInput } from "../src/testing/inputs.ts";

const kinds = [
  { kind: "item", plural: "items", input: (id: string) => itemInput(id, { price: 5, custom_metadata: { a: "b" } }) },
  {
    kind: "variant",
    plural: "variants",
    input: (id: string) => variantInput(id, "I1", { images: ["https://a.example/1"] }),
  },
  { kind: "category", plural: "categories", input: (id: string) => categoryInput(id) },
];

/** Calls every operation through a proxy and reports what the proxy finds wrong. Returns the number of calls. */
export async function tour(
  proxy: string,
  revision: string,
  clock: MockClock,
  report: (call: string, violation: string) => void,
): Promise<number> {
  const slash = revision < "2024" ? "/" : "";
  const media = revision < "2024" ? "application/json" : "application/vnd.api+json";
  let calls = 0;

  async function call(method: string, path: string, body?: unknown): Promise<{ data: { id: string } }> {
    const [pathname = "", search] = path.split("?");
    const url = `${proxy}${pathname}${slash}${search === undefined ? "" : `?${search}`}`;
    const response = await fetch(url, {
      method,
      headers: { authorization: "Klaviyo-API-Key pk_a", revision, accept: media, "content-type": media },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    calls++;
    const violations = response.headers.get("sl-violations");
    const text = await response.text();
    if (violations !== null) report(`${method} ${path} (${response.status})`, violations);
    if (response.status >= 400) report(`${method} ${path}`, `answered ${response.status}: ${text}`);
    return text === "" ? { data: { id: "" } } : JSON.parse(text);
  }

  const linkage = (kind: string, id: string) => ({ data: [{ type: `catalog-${kind}`, id: idOf(id) }] });
  const encoded = (id: string) => encodeURIComponent(idOf(id));

  await call("POST", "/api/catalog-items", { data: itemInput("I1") });
  await call("POST", "/api/catalog-variants", { data: variantInput("V1", "I1") });
  await call("POST", "/api/catalog-categories", { data: categoryInput("C1") });
  for (const { kind, plural, input } of kinds) {
    const path = `/api/catalog-${plural}`;
    await call("POST", path, { data: input("gone") });
    await call("GET", `${path}?sort=-created`);
    await call("GET", `${path}?filter=${encodeURIComponent(`any(ids,["${idOf("gone")}"])`)}`);
    await call("GET", `${path}/${encoded("gone")}?fields[catalog-${kind}]=external_id,updated`);
    const data = { type: `catalog-${kind}`, id: idOf("gone"), attributes: {} };
    await call("PATCH", `${path}/${encoded("gone")}`, { data });
    await call("DELETE", `${path}/${encoded("gone")}`);
  }
  for (const method of ["POST", "PATCH", "DELETE", "POST"]) {
    await call(method, `/api/catalog-items/${encoded("I1")}/relationships/categories`, linkage("category", "C1"));
    await call(method, `/api/catalog-categories/${encoded("C1")}/relationships/items`, linkage("item", "I1"));
  }
  for (const path of [`catalog-items/${encoded("I1")}`, `catalog-categories/${encoded("C1")}`]) {
    const name = path.startsWith("catalog-items") ? "categories" : "items";
    await call("GET", `/api/${path}/${name}`);
    await call("GET", `/api/${path}/relationships/${name}`);
  }
  await call("GET", `/api/catalog-items?include=variants`);
  await call("GET", `/api/catalog-items/${encoded("I1")}?include=variants`);
  await call("GET", `/api/catalog-items/${encoded("I1")}/variants`);
  if (revision > "2024") await call("GET", `/api/catalog-items/${encoded("I1")}/relationships/variants`);

  for (const { kind, plural, input } of kinds) {
    for (const action of ["create", "update", "delete"]) {
      const path = `/api/catalog-${kind}-bulk-${action}-jobs`;
      const identifier = { type: `catalog-${kind}`, id: idOf("job") };
      const records = { create: input("job"), update: { ...identifier, attributes: {} }, delete: identifier };
      const record = records[action as keyof typeof records];
      const { data } = await call("POST", path, jobInput(kind, plural, action, [record, record]));
      clock.advance(500);
      await call("GET", path);
      clock.advance(5_000);
      await call("GET", `${path}/${data.id}${action === "delete" ? "" : `?include=${plural}`}`);
    }
  }
  await call("POST", "/api/back-in-stock-subscriptions", {
    data: {
      type: "back-in-stock-subscription",
      attributes: { channels: ["EMAIL"], profile: { data: { type: "profile", attributes: { email: "a@b.example" } } } },
      relationships: { variant: { data: { type: "catalog-variant", id: idOf("V1") } } },
    },
  });
  return calls;
}
