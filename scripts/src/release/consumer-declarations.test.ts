import { expect, test } from "vitest";
import { type CompilerVersion, compilers } from "../testing/compilers.ts";
import { pnpmProject } from "./testing/pnpm-project.ts";

const versions = Object.keys(compilers) as CompilerVersion[];

const sources = {
  "klaviyo.ts": `
    import { createClient, filter, memoryStore, paginate, related, retry, unwrap, waitForJob } from "@org/client";
    import { createClient as createDecember } from "@org/client/2023-12-15";

    export const klaviyo = createClient({ apiKey: "pk_1" });
    export default createClient({ apiKey: "pk_1" });
    export const { GET, POST, PATCH, DELETE, use, eject, operations, baseUrl } = createClient({ apiKey: "pk_1" });
    export const extended = { ...createClient({ apiKey: "pk_1" }), ping() {} };
    export const assigned = Object.assign(createClient({ apiKey: "pk_1" }), { ping() {} });
    export const part = (({ GET, baseUrl }) => ({ GET, baseUrl }))(klaviyo);
    export const getItems = klaviyo.GET<"/api/catalog-items">;
    export const pinned = createDecember({ apiKey: "pk_1" });
    export const { GET: getPinned } = pinned;

    const query = { include: ["variants"], "fields[catalog-item]": ["title"] } as const;
    export const items = () => klaviyo.GET("/api/catalog-items", { params: { query } });
    export const document = () => unwrap(klaviyo.GET("/api/catalog-items", { params: { query } }));
    export const list = () => paginate(klaviyo, "/api/catalog-items", { params: { query } });
    export const all = () => paginate(pinned, "/api/catalog-items/").toArray({ limit: 10 });
    export const job = (id: string) => waitForJob(klaviyo, { type: "catalog-item-bulk-create-job", id });
    export const variants = async () => {
      const found = await unwrap(klaviyo.GET("/api/catalog-items", { params: { query: { include: ["variants"] } } }));
      return found.data.map((item) => related(found, item, "variants"));
    };
    export const published = filter.and(filter.equals("published", true), filter.contains("title", "shirt"));
    export const [store, policy] = [memoryStore(), retry()];
    export class Shop {
      readonly client = createClient({ apiKey: "pk_1" });
      readonly create = this.client.POST;
      categories() {
        return this.client.GET("/api/catalog-categories");
      }
    }
  `,
  // a file that does not import the package itself
  "again.ts": `
    import klaviyo, { items } from "./klaviyo.js";
    export const again = { ...klaviyo };
    export const { GET } = klaviyo;
    export const item = (id: string) => klaviyo.GET("/api/catalog-items/{id}", { params: { path: { id } } });
    export const both = async (id: string) => [await items(), await item(id)] as const;
  `,
  "user.ts": `
    import { again } from "./out/again.js";
    import * as exported from "./out/klaviyo.js";

    const found = await exported.extended.GET("/api/catalog-items", { params: { query: { include: ["variants"] } } });
    const sku: string | null | undefined = found.data?.included[0]?.attributes.sku;
    const { data } = await exported.items();
    const title: string | null | undefined = data?.data[0]?.attributes.title;
    // @ts-expect-error not in the fieldset
    data?.data[0]?.attributes.price;
    // @ts-expect-error no such path
    again.GET("/api/catalog-itemz");
    // @ts-expect-error the pinned revision's paths have a slash at the end
    exported.getPinned("/api/catalog-items");
    exported.extended.ping();
    exported.assigned.ping();
    export const read = [sku, title, await exported.getItems("/api/catalog-items", {})];
  `,
};

test.each(versions)(
  "what a module makes of the client has declarations that can be named, in TypeScript %s",
  async (version) => {
    await using project = await pnpmProject(sources);
    const emit = { noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: "out", skipLibCheck: true };
    expect(await project.compile(version, ["klaviyo.ts", "again.ts"], emit)).toBe("");
    expect(await project.compile(version, ["user.ts"], { skipLibCheck: true })).toBe("");
  },
  180_000,
);
