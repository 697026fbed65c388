import type { routes as december } from "@org/types/2023-12-15";
import type { routes as july } from "@org/types/2026-07-15";
import { expectTypeOf, test } from "vitest";
import { createClient as createDecember } from "../generated/2023-12-15.ts";
import { createClient } from "../generated/2026-07-15.ts";
import type { Answer } from "./answer.ts";
import type { NoQuery, Query } from "./call-init.ts";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type ResourceOf<Data> = Data extends readonly (infer Resource)[] ? Resource : Data;
type WordsOf<Query, Name> = Name extends keyof Query
  ? Extract<NonNullable<Query[Name]>, readonly unknown[]>[number] & string
  : never;

/** Every operation that takes `include` or `fields[…]`, by method and path. */
type Narrowing<Routes> = {
  [Method in keyof Routes]: {
    [Path in keyof Routes[Method]]: Extract<
      keyof Query<Routes[Method][Path], never>,
      "include" | `fields[${string}]`
    > extends never
      ? never
      : { name: `${Method & string} ${Path & string}`; operation: Routes[Method][Path] };
  }[keyof Routes[Method]];
}[keyof Routes];

type Kind = "items" | "variants" | "categories";
type Job = `catalog-${"item" | "variant" | "category"}-bulk-${"create" | "update" | "delete"}-jobs`;

test("these operations narrow, whichever others do", () => {
  expectTypeOf<
    | `${"GET" | "POST"} /api/catalog-${Kind}`
    | `${"GET" | "PATCH"} /api/catalog-${Kind}/{id}`
    | `${"GET" | "POST"} /api/${Job}`
    | `GET /api/${Job}/{job_id}`
    | `GET /api/catalog-items/{id}/${"variants" | "categories"}`
    | "GET /api/catalog-categories/{id}/items"
  >().toExtend<Narrowing<july>["name"]>();
  expectTypeOf<
    | `GET /api/catalog-${Kind}/`
    | `GET /api/catalog-${Kind}/{id}/`
    | `GET /api/${Job}/`
    | `GET /api/${Job}/{job_id}/`
    | `GET /api/catalog-items/{id}/${"variants" | "categories"}/`
    | "GET /api/catalog-categories/{id}/items/"
  >().toExtend<Narrowing<december>["name"]>();
});

/** The answer as the document describes it. */
type Full<Operation> = Operation extends { responses: infer Responses }
  ? Responses[keyof Responses & (200 | 201 | 202)] extends { content: infer Content }
    ? Content[keyof Content]
    : never
  : never;

type DataOf<Narrowed> = Narrowed extends { data: infer Data } ? Data : never;
type IncludedOf<Narrowed> = "included" extends keyof Narrowed
  ? Extract<Narrowed["included"], readonly unknown[]>[number]
  : never;
type AttributesOf<Resource, Type> = Resource extends { type: Type; attributes: infer Attributes } ? Attributes : never;

/** What a fieldset of one word leaves: a value that may be absent is `null` where the document allows it. */
type OnlyWord<Attributes, Word> = Word extends keyof Attributes
  ? null extends Attributes[Word]
    ? { [Name in Word]: Exclude<Attributes[Name], undefined> }
    : Pick<Attributes, Word>
  : // `id` is a word, but no attribute
    Pick<Attributes, never>;

type Asked<Query> = "include" extends keyof Query ? { include: readonly [WordsOf<Query, "include">] } : NoQuery;

/** The fields that do not narrow their type's attributes, in `data` and in `included`, to exactly themselves. */
type WrongFields<Operation, Query> = {
  [Name in keyof Query]-?: Name extends `fields[${infer Type}]`
    ? {
        [Word in WordsOf<Query, Name>]: Answer<
          Operation,
          Asked<Query> & { [Key in Name]: readonly [Word] }
        > extends infer Narrowed
          ? Same<
              [AttributesOf<ResourceOf<DataOf<Narrowed>>, Type>, AttributesOf<IncludedOf<Narrowed>, Type>],
              [
                OnlyIn<ResourceOf<DataOf<Full<Operation>>>, Type, Word>,
                "include" extends keyof Query ? OnlyIn<IncludedOf<Full<Operation>>, Type, Word> : never,
              ]
            > extends true
            ? never
            : [Name, Word]
          : never;
      }[WordsOf<Query, Name>]
    : never;
}[keyof Query];

type OnlyIn<Resource, Type, Word> = [AttributesOf<Resource, Type>] extends [never]
  ? never
  : OnlyWord<AttributesOf<Resource, Type>, Word>;

/** What is wrong with `included`, and with what nobody asked to be different. */
type WrongDocument<Operation, Query> =
  | ("included" extends keyof Answer<Operation, NoQuery> ? "included without include" : never)
  | (Same<DataOf<Answer<Operation, Asked<Query>>>, DataOf<Full<Operation>>> extends true ? never : "data")
  | ("include" extends keyof Query
      ?
          | (Answer<Operation, Asked<Query>> extends { included: (infer Resource)[] }
              ? Same<Resource, IncludedOf<Full<Operation>>> extends true
                ? never
                : "included holds something else"
              : "no included with include")
          | (Answer<Operation, { include: string[] }> extends infer Narrowed
              ? Narrowed extends { included: unknown }
                ? "included with an include that may be empty"
                : Same<IncludedOf<Narrowed>, IncludedOf<Full<Operation>>> extends true
                  ? never
                  : "included of a wide include"
              : never)
      : never);

type Failures<Call> = Call extends { name: infer Name; operation: infer Operation }
  ? Query<Operation, never> extends infer Asking
    ? [WrongFields<Operation, Asking> | WrongDocument<Operation, Asking>] extends [never]
      ? never
      : [Name, WrongFields<Operation, Asking> | WrongDocument<Operation, Asking>]
    : never
  : never;

test("every field of every fieldset narrows, and included follows include, in each of them", () => {
  expectTypeOf<Failures<Narrowing<july>>>().toBeNever();
  expectTypeOf<Failures<Narrowing<december>>>().toBeNever();
});

const klaviyo = createClient({ apiKey: "pk_1" });
const pinned = createDecember({ apiKey: "pk_1" });

test("literals narrow without as const, in data and in included", async () => {
  const { data } = await klaviyo.GET("/api/catalog-items", {
    params: {
      query: { include: ["variants"], "fields[catalog-item]": ["title", "price"], "fields[catalog-variant]": ["sku"] },
    },
  });
  expectTypeOf(data?.data[0]?.attributes).toEqualTypeOf<{ title: string | null; price: number | null } | undefined>();
  expectTypeOf(data?.included[0]?.attributes).toEqualTypeOf<{ sku: string | null } | undefined>();
  expectTypeOf(data?.included[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
  // @ts-expect-error Property 'url' does not exist on type '{ title: string | null; price: number | null; }'.
  data?.data[0]?.attributes.url;
});

test("without include there is no included", async () => {
  const { data } = await klaviyo.GET("/api/catalog-items/{id}", { params: { path: { id: "1" } } });
  // @ts-expect-error Property 'included' does not exist
  data?.included;
  const alone = await klaviyo.GET("/api/catalog-items");
  // @ts-expect-error Property 'included' does not exist
  alone.data?.included;
});

test("a revision that leaves absent values out of its answers keeps them optional, but not what is required", async () => {
  const { data } = await pinned.GET("/api/catalog-category-bulk-create-jobs/{job_id}/", {
    params: {
      path: { job_id: "1" },
      query: {
        include: ["categories"],
        "fields[catalog-category]": ["name"],
        "fields[catalog-category-bulk-create-job]": ["total_count", "completed_at"],
      },
    },
  });
  expectTypeOf(data?.included[0]?.attributes).toEqualTypeOf<{ name?: string } | undefined>();
  expectTypeOf(data?.data.attributes).toEqualTypeOf<{ total_count: number; completed_at?: string } | undefined>();
});

test("answers without a body are undefined, and errors have their type", async () => {
  const { data, error } = await klaviyo.DELETE("/api/catalog-items/{id}", { params: { path: { id: "1" } } });
  expectTypeOf(data).toEqualTypeOf<undefined>();
  if (error) expectTypeOf(error.errors[0]?.source?.pointer).toEqualTypeOf<string | undefined>();
});
