import { expectTypeOf } from "vitest";
import type * as pinned from "./generated/2023-12-15.ts";
import type { components, filters, Operation, operations, Revision, routes, Schema } from "./index.ts";

// The current entry is the current revision, a pinned one its own.
expectTypeOf<Revision>().toExtend<`${number}-${string}`>();
expectTypeOf<Revision>().not.toEqualTypeOf<pinned.Revision>();
expectTypeOf<pinned.Revision>().toEqualTypeOf<"2023-12-15">();

// The operation this project started from, at both revisions.
type Seed = routes["GET"]["/api/catalog-category-bulk-create-jobs/{job_id}"];
type PinnedSeed = pinned.routes["GET"]["/api/catalog-category-bulk-create-jobs/{job_id}/"];
expectTypeOf<Seed>().toEqualTypeOf<Operation<"get_bulk_create_categories_job">>();
expectTypeOf<PinnedSeed>().toEqualTypeOf<pinned.Operation<"get_create_categories_job">>();
type Query<Called extends { parameters: { query?: unknown } }> = NonNullable<Called["parameters"]["query"]>;
expectTypeOf<Query<Seed>["include"]>().toEqualTypeOf<"categories"[] | undefined>();
expectTypeOf<Query<PinnedSeed>["fields[catalog-category]"]>().toEqualTypeOf<
  ("external_id" | "name" | "updated")[] | undefined
>();

type Job = Schema<"CatalogCategoryCreateJobResponseObjectResource">["attributes"];
expectTypeOf<Job["status"]>().toEqualTypeOf<"cancelled" | "complete" | "processing" | "queued">();
expectTypeOf<Job["failed_count"]>().toEqualTypeOf<number | null | undefined>();
type PinnedJob = pinned.Schema<"CatalogCategoryCreateJobResponseObjectResource">["attributes"];
expectTypeOf<PinnedJob["failed_count"]>().toEqualTypeOf<number | undefined>();

// A former operation id still names its operation; one that never was does not.
expectTypeOf<Operation<"get_create_categories_job">>().toEqualTypeOf<Seed>();
// @ts-expect-error no operation has or had this id
expectTypeOf<Operation<"get_create_category_jobs">>();
expectTypeOf<operations["get_catalog_item"]>().toEqualTypeOf<routes["GET"]["/api/catalog-items/{id}"]>();

// The client sends the revision, so nobody passes it.
expectTypeOf<Seed["parameters"]["header"]>().toEqualTypeOf<undefined>();

// Known errors of the published documents are mended.
expectTypeOf<components["schemas"]["CollectionLinks"]["next"]>().toEqualTypeOf<string | null | undefined>();
expectTypeOf<Operation<"get_items_for_catalog_category">["parameters"]["path"]["id"]>().toEqualTypeOf<string>();
type Failure = components["responses"]["ClientError"]["content"]["application/vnd.api+json"]["errors"][number];
expectTypeOf<Failure["status"]>().toEqualTypeOf<number | undefined>();
expectTypeOf<Failure["source"]>().toEqualTypeOf<{ pointer?: string; parameter?: string } | undefined>();

// What has a default may be left out, and free-form metadata is an object of anything.
type NewItem = Schema<"CatalogItemCreateQueryResourceObject">["attributes"];
expectTypeOf<NewItem["integration_type"]>().toEqualTypeOf<"$custom" | null | undefined>();
expectTypeOf<NewItem["custom_metadata"]>().toEqualTypeOf<Record<string, unknown> | null | undefined>();

expectTypeOf<filters["/api/catalog-items"]["ids"]>().toEqualTypeOf<{ any: string[] }>();
expectTypeOf<filters["/api/catalog-items"]["published"]>().toEqualTypeOf<{ equals: boolean }>();
expectTypeOf<keyof pinned.filters["/api/catalog-items/"]>().toEqualTypeOf<keyof filters["/api/catalog-items"]>();
