import type { routes as december } from "@org/types/2023-12-15";
import type { routes as july } from "@org/types/2026-07-15";
import { expectTypeOf, test } from "vitest";
import type { Answer } from "./answer.ts";
import type { NoQuery, QueryOf } from "./call-init.ts";
import { createClient as createDecember } from "./generated/2023-12-15.ts";
import { createClient } from "./generated/2026-07-15.ts";

type Calls<Routes> = {
  [Method in keyof Routes]: {
    [Path in keyof Routes[Method]]: { path: Path; operation: Routes[Method][Path] };
  }[keyof Routes[Method]];
}[keyof Routes];

type ResourceOf<Data> = Data extends readonly (infer Resource)[] ? Resource : Data;
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

type Fieldsets<Query> = { [Name in keyof Query]-?: Name extends `fields[${infer Type}]` ? Type : never }[keyof Query] &
  string;
type WordsOf<List> =
  NonNullable<List> extends infer Lists ? (Lists extends readonly (infer Word)[] ? Word : never) : never;

/** Whether asking for one field of a type leaves exactly that attribute in the resources of that type. */
type OneField<Operation, Query, Type extends string, Word> =
  Answer<Operation, { [Name in `fields[${Type}]`]: readonly [Word] } & Included<Query>> extends infer Document
    ? Extract<Resources<Document>, { type: Type }> extends { attributes: infer Attributes }
      ? Same<keyof Attributes, Word & Known<Operation, Query, Type>>
      : `no resource of type ${Type}`
    : never;
type Known<Operation, Query, Type> =
  Extract<Resources<Answer<Operation, Included<Query>>>, { type: Type }> extends { attributes: infer All }
    ? keyof All
    : never;
type Included<Query> = "include" extends keyof Query ? { include: readonly [WordsOf<Query["include"]>] } : NoQuery;
type Resources<Document> =
  | (Document extends { data: infer Data } ? ResourceOf<Data> : never)
  | (Document extends { included: readonly (infer Resource)[] } ? Resource : never);

/** Whether `included` exists with `include`, and only then, and holds something. */
type OnlyWhenIncluded<Operation, Query> = "include" extends keyof Query
  ? [Answer<Operation, Included<Query>>, Answer<Operation, NoQuery>, Answer<Operation, { include: string[] }>] extends [
      { included: (infer Resource)[] },
      infer Without,
      { included?: unknown },
    ]
    ? Same<[Resource] extends [never] ? "empty" : keyof Without & "included", never>
    : "wrong"
  : Same<keyof Answer<Operation, NoQuery> & "included", never>;

type Failures<Call> = Call extends { path: infer Path; operation: infer Operation }
  ? QueryOf<Operation, never> extends infer Query
    ?
        | {
            [Type in Fieldsets<Query>]: {
              [Word in WordsOf<Query[`fields[${Type}]` & keyof Query]> & string]: OneField<
                Operation,
                Query,
                Type,
                Word
              > extends true
                ? never
                : [Path, Type, Word];
            }[WordsOf<Query[`fields[${Type}]` & keyof Query]> & string];
          }[Fieldsets<Query>]
        | (OnlyWhenIncluded<Operation, Query> extends true ? never : [Path, "included"])
    : never
  : never;

test("every field of every fieldset narrows, and included follows include, in every operation of both revisions", () => {
  expectTypeOf<Failures<Calls<july>>>().toBeNever();
  expectTypeOf<Failures<Calls<december>>>().toBeNever();
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

test("the pinned revision narrows in the same way", async () => {
  const { data } = await pinned.GET("/api/catalog-category-bulk-create-jobs/{job_id}/", {
    params: { path: { job_id: "1" }, query: { include: ["categories"], "fields[catalog-category]": ["name"] } },
  });
  expectTypeOf(data?.included[0]?.attributes).toEqualTypeOf<{ name: string } | undefined>();
  expectTypeOf(data?.data.attributes.status).toExtend<string | undefined>();
});

test("what is only known at run time falls back to the full type", async () => {
  const include: string[] = ["variants"];
  const fields: ("title" | "price")[] = ["title"];
  const { data } = await klaviyo.GET("/api/catalog-items", {
    params: { query: { include, "fields[catalog-item]": fields } },
  });
  expectTypeOf(data?.included?.[0]?.type).toEqualTypeOf<"catalog-variant" | undefined>();
  // @ts-expect-error 'data.included' is possibly 'undefined'.
  data?.included[0];
  expectTypeOf(data?.data[0]?.attributes.description).toEqualTypeOf<string | null | undefined>();
});

test("answers without a body are undefined, and errors have their type", async () => {
  const { data, error } = await klaviyo.DELETE("/api/catalog-items/{id}", { params: { path: { id: "1" } } });
  expectTypeOf(data).toEqualTypeOf<undefined>();
  if (error) expectTypeOf(error.errors[0]?.source?.pointer).toEqualTypeOf<string | undefined>();
});

test("a misspelled path, parameter, header or body key does not compile", () => {
  // @ts-expect-error Argument of type '"/api/catalog-itemz"' is not assignable to parameter of type '"/api/catalog-items" | …'.
  klaviyo.GET("/api/catalog-itemz");
  // Type 'number' is not assignable to type '"inclde is not a query parameter of this operation"'.
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { include: ["variants"], inclde: 1 } } });
  // Type '"titel"' is not assignable to type '"created" | "custom_metadata" | … | "title" | …'. Did you mean '"title"'?
  // @ts-expect-error
  klaviyo.GET("/api/catalog-items", { params: { query: { "fields[catalog-item]": ["price", "titel"] } } });
  // @ts-expect-error Object literal may only specify known properties, and 'idd' does not exist in type '{ id: string; }'.
  klaviyo.GET("/api/catalog-items/{id}", { params: { path: { id: "1", idd: "1" } } });
  // @ts-expect-error … but 'qeury' does not exist in type … Did you mean to write 'query'?
  klaviyo.GET("/api/catalog-items/{id}", { params: { path: { id: "1" }, qeury: {} } });
  // @ts-expect-error … but 'hedaers' does not exist in type … Did you mean to write 'headers'?
  klaviyo.GET("/api/catalog-items", { hedaers: {} });
  // @ts-expect-error Argument of type '"/api/catalog-items/{id}"' is not assignable to … '"/api/catalog-items/{id} needs a second argument"'.
  klaviyo.GET("/api/catalog-items/{id}");
  const attributes = { external_id: "1", name: "Shirts" };
  klaviyo.POST("/api/catalog-categories", {
    // @ts-expect-error … but 'nme' does not exist in type … Did you mean to write 'name'?
    body: { data: { type: "catalog-category", attributes: { ...attributes, nme: "Shirts" } } },
  });
  klaviyo.POST("/api/catalog-categories", { body: { data: { type: "catalog-category", attributes } } });
  // @ts-expect-error no operation
  klaviyo.PUT("/api/catalog-items");
});
