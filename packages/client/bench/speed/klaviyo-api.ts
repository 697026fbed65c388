import { ApiKeySession, CatalogsApi } from "klaviyo-api";
import { apiKey, type Contender, jobId } from "./contender.ts";

/** Klaviyo's own client. */
export const klaviyoApi: Contender = (baseUrl) => {
  const catalogs = new CatalogsApi(new ApiKeySession(apiKey));
  catalogs.basePath = baseUrl;
  return async () => {
    const { body } = await catalogs.getBulkCreateCategoriesJob(jobId, {
      include: ["categories"],
      fieldsCatalogCategory: ["name", "external_id"],
    });
    return body.data.id;
  };
};
