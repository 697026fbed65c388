import { expectTypeOf, test } from "vitest";
import type { Result } from "../answers/result.ts";
import {
  type AnswerOf,
  type BodyOf,
  type Client,
  createClient,
  type InitOf,
  type PathOf,
  type QueryOf,
  type ResourceOf,
} from "../generated/2026-07-15.ts";
import { paginate } from "../helpers/paginate.ts";
import { unwrap } from "../helpers/unwrap.ts";
import { waitForJob } from "../helpers/wait-for-job.ts";

const klaviyo = createClient({ apiKey: "pk_1" });
const items = "/api/catalog-items";
type Items = typeof items;

declare const either: boolean;

test("what Parameters and ReturnType say of a method is of use", () => {
  expectTypeOf<Parameters<Client["GET"]>[0]>().toEqualTypeOf<PathOf<"GET">>();
  type AnyInit = NonNullable<Parameters<Client["GET"]>[1]>;
  expectTypeOf<NonNullable<AnyInit["signal"]>>().toEqualTypeOf<AbortSignal>();
  expectTypeOf<Parameters<typeof klaviyo.POST<Items>>[1]["body"]>().toEqualTypeOf<BodyOf<Items, "POST">>();
  type Init = NonNullable<Parameters<typeof klaviyo.GET<Items>>[1]>;
  expectTypeOf<keyof NonNullable<NonNullable<Init["params"]>["query"]>>().toEqualTypeOf<keyof QueryOf<Items>>();
  expectTypeOf<Awaited<ReturnType<Client["DELETE"]>>["response"]>().toEqualTypeOf<Response>();
});

test("names for the parts of a call", () => {
  expectTypeOf<PathOf<"DELETE">>().toExtend<keyof import("@org/types/2026-07-15").routes["DELETE"]>();
  expectTypeOf<keyof QueryOf<Items>>().toEqualTypeOf<
    "include" | "filter" | "sort" | "page[cursor]" | "page[size]" | "fields[catalog-item]" | "fields[catalog-variant]"
  >();
  expectTypeOf<BodyOf<Items, "POST">["data"]["attributes"]["title"]>().toEqualTypeOf<string>();
  expectTypeOf<BodyOf<"/api/catalog-items/{id}", "DELETE">>().toEqualTypeOf<undefined>();
  expectTypeOf<AnswerOf<Items>["data"]>().toEqualTypeOf<ResourceOf<Items>[]>();
  expectTypeOf<
    AnswerOf<Items, "GET", { include: ["variants"] }>["included"][number]["type"]
  >().toEqualTypeOf<"catalog-variant">();
  expectTypeOf<ResourceOf<Items, "POST">["type"]>().toEqualTypeOf<"catalog-item">();
  expectTypeOf<ResourceOf<Items, "GET", { "fields[catalog-item]": ["title"] }>["attributes"]>().toEqualTypeOf<{
    title: string | null;
  }>();
  // @ts-expect-error no such path
  expectTypeOf<ResourceOf<"/api/catalog-itemz">>();
  // @ts-expect-error no such method of this path
  expectTypeOf<BodyOf<"/api/catalog-items/{id}", "POST">>();
  // @ts-expect-error no such word
  expectTypeOf<AnswerOf<Items, "GET", { include: ["variantz"] }>>();
});

test("a function for one path hands on body, query and init", async () => {
  const create = (body: BodyOf<Items, "POST">) => klaviyo.POST(items, { body });
  expectTypeOf(create).returns.resolves.toExtend<{ response: Response }>();
  const list = (query?: QueryOf<Items>) => klaviyo.GET(items, { params: { query } });
  const get = (init?: InitOf<Items>) => klaviyo.GET(items, init);
  for (const { data } of [await list(), await get({ headers: { traceparent: "00-1-1-01" } })]) {
    expectTypeOf(data?.included?.[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
    // @ts-expect-error 'data.included' is possibly 'undefined'.
    data?.included[0];
  }
});

test("a function for every path, such as a hook, needs one cast and has the answer's type", async () => {
  function get<Path extends PathOf>(path: Path, init: InitOf<Path>): Promise<Result<AnswerOf<Path>>> {
    return klaviyo.GET(path as never, init as never);
  }
  const { data } = await get("/api/catalog-categories/{id}", { params: { path: { id: "1" } } });
  expectTypeOf(data?.data).toEqualTypeOf<ResourceOf<"/api/catalog-categories/{id}"> | undefined>();
  // @ts-expect-error no id
  get("/api/catalog-categories/{id}", {});

  const logged = ((...call: [never, never]) => klaviyo.GET(...call)) as Client["GET"];
  const narrowed = await logged(items, { params: { query: { include: ["variants"] } } });
  expectTypeOf(narrowed.data?.included[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
});

test("the calls of a client are types like others", async () => {
  const byName = new Map<string, Client["GET"]>([["list", klaviyo.GET]]);
  expectTypeOf(byName.get("list")?.(items)).not.toBeAny();
  const first = <Any extends Pick<Client, "GET">>(client: Any) => paginate(client, items).toArray({ limit: 1 });
  expectTypeOf(first(klaviyo)).resolves.toEqualTypeOf<ResourceOf<Items>[]>();
  const [both, name] = await Promise.all([
    klaviyo.GET(items, { params: { query: { include: ["variants"] } } }),
    klaviyo.GET("/api/catalog-categories/{id}", {
      params: { path: { id: "1" }, query: { "fields[catalog-category]": ["name"] } },
    }),
  ]);
  expectTypeOf(both.data?.included[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
  expectTypeOf(name.data?.data.attributes).toEqualTypeOf<{ name: string | null } | undefined>();
});

test("a body may be readonly, or of the type that the document calls it", () => {
  const attributes = { external_id: "1", title: "Shirt", description: "", url: "u", images: ["a"] } as const;
  klaviyo.POST(items, { body: { data: { type: "catalog-item", attributes } } as const });
  const body = {} as import("@org/types/2026-07-15").Schema<"CatalogItemCreateQuery">;
  klaviyo.POST(items, { body });
  expectTypeOf(body).toExtend<BodyOf<Items, "POST">>();
});

test("a service takes the part of a client that it uses", () => {
  class Catalog {
    readonly #klaviyo: Pick<Client, "GET" | "POST">;
    constructor(klaviyo: Pick<Client, "GET" | "POST">) {
      this.#klaviyo = klaviyo;
    }
    items() {
      return paginate(this.#klaviyo, items).toArray();
    }
    job(id: string) {
      return waitForJob(this.#klaviyo, { type: "catalog-item-bulk-delete-job", id });
    }
  }
  new Catalog({ ...klaviyo });
  expectTypeOf<Catalog["items"]>().returns.resolves.toEqualTypeOf<ResourceOf<Items>[]>();
  expectTypeOf<Catalog["job"]>().returns.resolves.toEqualTypeOf<
    ResourceOf<"/api/catalog-item-bulk-delete-jobs/{job_id}">
  >();
});

test("one of several paths has an answer of one of several types", async () => {
  const path = either ? items : "/api/catalog-variants";
  const { data } = await unwrap(klaviyo.GET(path, { params: { query: { sort: "created", "page[size]": 10 } } }));
  expectTypeOf(data[0]?.type).toEqualTypeOf<"catalog-item" | "catalog-variant" | undefined>();
  const [first] = await paginate(klaviyo, path).toArray();
  if (first?.type === "catalog-variant") expectTypeOf(first.attributes.sku).toEqualTypeOf<string | null | undefined>();
});

test("an answer is either data or an error", async () => {
  const answer = await klaviyo.GET(items);
  if (answer.error) expectTypeOf(answer.data).toEqualTypeOf<undefined>();
  else expectTypeOf(answer.data.data[0]).toEqualTypeOf<ResourceOf<Items> | undefined>();
});
