import { apiKey, type Contender, jobId } from "./contender.ts";

/** What a program without any client writes. */
export const rawFetch: Contender = (baseUrl) => async () => {
  const query = "include=categories&fields[catalog-category]=name,external_id";
  const response = await fetch(`${baseUrl}/api/catalog-category-bulk-create-jobs/${jobId}?${query}`, {
    headers: {
      authorization: `Klaviyo-API-Key ${apiKey}`,
      revision: "2026-07-15",
      accept: "application/vnd.api+json",
    },
  });
  const document = (await response.json()) as { data: { id: string } };
  return document.data.id;
};
