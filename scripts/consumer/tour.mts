// What a user of the published packages writes, as ESM: types that follow the query, and a bulk job against the mock.
import { createClient, unwrap } from "@org/client";
import { createClient as createPinned } from "@org/client/2023-12-15";
import { createMock } from "@org/mock";
import type { Schema } from "@org/types";
import type { Operation, Schema as PinnedSchema } from "@org/types/2023-12-15";

const type: Schema<"CatalogCategoryBulkCreateJobEnum"> = "catalog-category-bulk-create-job";
const pinnedType: PinnedSchema<"CatalogCategoryBulkCreateJobEnum"> = type;
// @ts-expect-error: an enum of one word; no error here would mean that the types were not found and are `any`
const wrongType: Schema<"CatalogCategoryBulkCreateJobEnum"> = "catalog-item";
type Query = NonNullable<Operation<"get_create_categories_job">["parameters"]["query"]>;
const query: Query = { include: ["categories"] };

export async function tour(baseUrl: string): Promise<string> {
  const klaviyo = createClient({ apiKey: "pk_test", baseUrl });
  const { data: job } = await unwrap(
    klaviyo.POST("/api/catalog-category-bulk-create-jobs", {
      body: {
        data: {
          type,
          attributes: {
            categories: {
              data: [{ type: "catalog-category", attributes: { external_id: `tour-${Date.now()}`, name: "Tour" } }],
            },
          },
        },
      },
    }),
  );
  const followed = await unwrap(
    klaviyo.GET("/api/catalog-category-bulk-create-jobs/{job_id}", {
      params: { path: { job_id: job.id }, query: { include: ["categories"], "fields[catalog-category]": ["name"] } },
    }),
  );
  const names: (string | null)[] = followed.included.map((category) => category.attributes.name);
  // @ts-expect-error: not in the fieldset that was asked for
  followed.included[0]?.attributes.external_id;
  const pinned = await createPinned({ apiKey: "pk_test", baseUrl }).GET("/api/catalog-items/");
  if (pinned.error) throw pinned.error;
  const inProcess = createClient({ apiKey: "pk_test", fetch: createMock().fetch });
  const { response } = await inProcess.GET("/api/catalog-categories");
  return `${job.id} ${names.length} ${pinned.data.data.length} ${response.status} ${[pinnedType, wrongType, query].length}`;
}
