import * as client from "@org/client";

/** All that is exported but bulk, whose engine is a file of its own that is loaded when a run begins. */
const everything = Object.keys(client)
  .filter((name) => name !== "bulk")
  .join(", ");

/** Programs whose bundles are weighed. */
export const bundles = {
  "@org/client, everything but bulk": `
    import { ${everything} } from "@org/client";
    console.log(${everything});`,
  "@org/client, createClient and one call": `
    import { createClient } from "@org/client";
    console.log(await createClient({ apiKey: "pk_bench" }).GET("/api/catalog-items"));`,
  "openapi-fetch 0.17, one call": `
    import createClient from "openapi-fetch";
    console.log(await createClient({ baseUrl: "https://a.klaviyo.com" }).GET("/api/catalog-items"));`,
  "hey-api 0.99, one call": `
    import { getCatalogItems } from "hey-api";
    console.log(await getCatalogItems({ headers: { revision: "2026-07-15" } }));`,
  "klaviyo-api 23, one call": `
    import { ApiKeySession, CatalogsApi } from "klaviyo-api";
    console.log(await new CatalogsApi(new ApiKeySession("pk_bench")).getCatalogItems());`,
} as const;

export type BundleName = keyof typeof bundles;
