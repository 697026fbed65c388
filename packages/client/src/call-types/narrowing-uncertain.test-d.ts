import type { Schema } from "@org/types/2026-07-15";
import { expectTypeOf, test } from "vitest";
import { createClient as createDecember } from "../generated/2023-12-15.ts";
import { createClient } from "../generated/2026-07-15.ts";
import { paginate } from "../helpers/paginate.ts";
import type { Answer } from "./answer.ts";

const klaviyo = createClient({ apiKey: "pk_1" });
const items = "/api/catalog-items";
const job = "/api/catalog-item-bulk-create-jobs/{job_id}";
const path = { job_id: "1" };

declare const either: boolean;
declare const word: "status" | "total_count";
declare const words: readonly ("status" | "total_count")[];
declare const text: string;
declare const texts: string[];

type Status = "cancelled" | "complete" | "processing" | "queued";
type OneOfTwo = { status?: Status; total_count?: number; created_at: string };
type Flat<Parts> = { [Name in keyof Parts]: Parts[Name] };
type Job = Schema<"CatalogItemCreateJobResponseObjectResource">["attributes"];

test("of several possible words none is certain, and no other is possible", async () => {
  const { data } = await klaviyo.GET(job, {
    params: { path, query: { "fields[catalog-item-bulk-create-job]": [word, "created_at"] } },
  });
  expectTypeOf(data?.data.attributes).toEqualTypeOf<OneOfTwo | undefined>();
  const spread = await klaviyo.GET(job, {
    params: { path, query: { "fields[catalog-item-bulk-create-job]": ["created_at", ...words] } },
  });
  expectTypeOf(spread.data?.data.attributes).toEqualTypeOf<OneOfTwo | undefined>();
});

test("of several possible lists, the words that all of them hold are certain", async () => {
  const { data } = await klaviyo.GET(job, {
    params: {
      path,
      query: {
        "fields[catalog-item-bulk-create-job]": either ? ["created_at", "status"] : ["total_count", "created_at"],
      },
    },
  });
  expectTypeOf(data?.data.attributes).toEqualTypeOf<OneOfTwo | undefined>();
});

test("where any word is possible, every attribute is, and only certain ones are sure to be there", async () => {
  const { data } = await klaviyo.GET(job, {
    params: { path, query: { "fields[catalog-item-bulk-create-job]": ["status", ...texts] } },
  });
  expectTypeOf(data?.data.attributes).toEqualTypeOf<Flat<Partial<Job> & { status: Status }> | undefined>();
  for (const list of [words, [text]] as const) {
    const wide = await klaviyo.GET(job, {
      params: { path, query: { "fields[catalog-item-bulk-create-job]": list } },
    });
    expectTypeOf(wide.data?.data.attributes).toEqualTypeOf<Partial<Job> | undefined>();
  }
});

test("a list of which nothing is known falls back to the full type", async () => {
  const { data } = await klaviyo.GET(job, {
    params: { path, query: { "fields[catalog-item-bulk-create-job]": texts } },
  });
  expectTypeOf(data?.data.attributes).toEqualTypeOf<Job | undefined>();
});

test("a list that may be missing may ask for nothing, and then everything comes", async () => {
  const query: { "fields[catalog-item-bulk-create-job]"?: ["completed_at"]; include?: ["items"] } = {};
  const { data } = await klaviyo.GET(job, { params: { path, query } });
  expectTypeOf(data?.data.attributes).toEqualTypeOf<Partial<Job> | undefined>();
  expectTypeOf(data?.included?.[0]?.type).toEqualTypeOf<"catalog-item" | undefined>();
  // @ts-expect-error 'data.included' is possibly 'undefined'.
  data?.included[0];
});

test("an empty list asks for nothing: the client does not send it", async () => {
  const { data } = await klaviyo.GET(job, {
    params: { path, query: { "fields[catalog-item-bulk-create-job]": [], include: [] } },
  });
  expectTypeOf(data?.data.attributes).toEqualTypeOf<Job | undefined>();
  // @ts-expect-error Property 'included' does not exist
  data?.included;
});

test("include: sure only if something is certainly asked for", async () => {
  const filled = await klaviyo.GET(items, { params: { query: { include: ["variants", ...texts] } } });
  expectTypeOf(filled.data?.included[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
  const either1 = await klaviyo.GET(items, { params: { query: { include: either ? ["variants"] : [] } } });
  const either2 = await klaviyo.GET(items, { params: { query: either ? { include: ["variants"] } : {} } });
  const either3 = await klaviyo.GET(items, { params: { query: { ...(either && { include: ["variants"] }) } } });
  const wide = await klaviyo.GET(items, { params: { query: { include: texts } } });
  for (const { data } of [either1, either2, either3, wide]) {
    expectTypeOf(data?.included?.[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
    // @ts-expect-error 'data.included' is possibly 'undefined'.
    data?.included[0];
  }
});

test("a query declared before: as const narrows, and without it falls back to what is always true", async () => {
  const query = { include: ["variants"], "fields[catalog-item]": ["title"] } as const;
  const { data } = await klaviyo.GET(items, { params: { query } });
  expectTypeOf(data?.data[0]?.attributes).toEqualTypeOf<{ title: string | null } | undefined>();
  expectTypeOf(data?.included[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
  const loose = { include: ["variants"], "fields[catalog-item]": ["title"] };
  const wide = await klaviyo.GET(items, { params: { query: loose } });
  expectTypeOf(wide.data?.data[0]?.attributes).toEqualTypeOf<
    Schema<"CatalogItemResponseObjectResource">["attributes"] | undefined
  >();
  // @ts-expect-error 'wide.data.included' is possibly 'undefined'.
  wide.data?.included[0];
});

test("queries of different keys: what one of them does not ask for is not sure", async () => {
  const query: { include: ["variants"] } | { "fields[catalog-item]": ["title"]; "page[size]": number } = either
    ? { include: ["variants"] }
    : { "fields[catalog-item]": ["title"], "page[size]": 1 };
  const { data } = await klaviyo.GET(items, { params: { query } });
  expectTypeOf(data?.included?.[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
  expectTypeOf(data?.data[0]?.attributes.price).toEqualTypeOf<number | null | undefined>();
  for await (const item of paginate(klaviyo, items, { params: { query } })) {
    expectTypeOf(item.attributes.title).toEqualTypeOf<string | null | undefined>();
  }
});

test("a second argument, params or a query that may be missing asks for nothing for sure", async () => {
  const asking = { params: { query: { include: ["variants"], "fields[catalog-item]": ["title"] } } } as const;
  const { query } = asking.params;
  const given: { params?: { query?: typeof query } } = asking;
  for (const { data } of [
    await klaviyo.GET(
      items,
      either ? { params: { query: { include: ["variants"], "fields[catalog-item]": ["title"] } } } : {},
    ),
    await klaviyo.GET(items, either ? asking : { headers: { traceparent: "00-1-1-01" } }),
    await klaviyo.GET(items, { ...(either && asking) }),
    await klaviyo.GET(items, {
      params: either ? { query: { include: ["variants"], "fields[catalog-item]": ["title"] } } : {},
    }),
    await klaviyo.GET(items, { params: { query: either ? query : undefined } }),
    await klaviyo.GET(items, { params: either ? { query } : undefined }),
    await klaviyo.GET(items, either ? asking : undefined),
    await klaviyo.GET(items, given),
  ]) {
    expectTypeOf(data?.included?.[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
    expectTypeOf(data?.data[0]?.attributes.price).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(data?.data[0]?.attributes.title).toEqualTypeOf<string | null | undefined>();
    // @ts-expect-error 'data.included' is possibly 'undefined'.
    data?.included[0];
  }
  for (const init of [either ? asking : {}, either ? asking : undefined]) {
    for await (const page of paginate(klaviyo, items, init).pages()) {
      // @ts-expect-error 'page.included' is possibly 'undefined'.
      page.included[0];
    }
  }
  // @ts-expect-error this one needs an id
  klaviyo.GET("/api/catalog-items/{id}", undefined);
});

test("what else a call takes does not change what its query asks for", async () => {
  const { data } = await klaviyo.GET(items, {
    params: { query: { include: ["variants"] } },
    middleware: [{ onRequest: ({ request }) => request }],
    signal: null,
  });
  expectTypeOf(data?.included[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
});

test("elements that may be missing are left out, and ask for nothing for sure", async () => {
  const { data } = await klaviyo.GET(job, {
    params: { path, query: { "fields[catalog-item-bulk-create-job]": ["created_at", either ? "status" : undefined] } },
  });
  expectTypeOf(data?.data.attributes).toEqualTypeOf<{ created_at: string; status?: Status } | undefined>();
  const maybe = await klaviyo.GET(items, { params: { query: { include: [either ? "variants" : null] } } });
  expectTypeOf(maybe.data?.included?.[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
  // @ts-expect-error 'maybe.data.included' is possibly 'undefined'.
  maybe.data?.included[0];
});

test("what is spread in a list may be nothing", async () => {
  const { data } = await klaviyo.GET(job, {
    params: { path, query: { "fields[catalog-item-bulk-create-job]": [...([] as "status"[]), "created_at"] } },
  });
  expectTypeOf(data?.data.attributes).toEqualTypeOf<{ created_at: string; status?: Status } | undefined>();
});

test("the pinned revision is as careful", async () => {
  const { data } = await createDecember({ apiKey: "pk_1" }).GET("/api/catalog-item-bulk-create-jobs/{job_id}/", {
    params: { path, query: { "fields[catalog-item-bulk-create-job]": [word], include: either ? ["items"] : [] } },
  });
  expectTypeOf(data?.data.attributes).toEqualTypeOf<{ status?: Status; total_count?: number } | undefined>();
  expectTypeOf(data?.included?.[0]?.type).toEqualTypeOf<"catalog-item" | undefined>();
});

interface Resource<Type> {
  type: Type;
  id: string;
}

interface Shop extends Resource<"shop"> {
  attributes: { name: string };
  relationships?: { owner?: { data?: Resource<"person"> | null }; goods?: { links: object } };
}

interface GetShop {
  responses: {
    200: { content: { json: { data: Shop; included?: (Resource<"person"> | Resource<"item"> | Resource<"tag">)[] } } };
  };
}

type IncludedBy<Words> =
  Answer<GetShop, { include: Words }> extends { included: Resource<infer Type>[] } ? Type : "nothing";

test("a relationship of which the document does not tell the type may include any", () => {
  expectTypeOf<IncludedBy<["owner"]>>().toEqualTypeOf<"person">();
  expectTypeOf<IncludedBy<["goods"]>>().toEqualTypeOf<"person" | "item" | "tag">();
  expectTypeOf<IncludedBy<["goods.tags"]>>().toEqualTypeOf<"person" | "item" | "tag">();
});
