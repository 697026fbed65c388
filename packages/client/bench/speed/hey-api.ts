import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { generateHeyApi } from "../hey-api.ts";
import { apiKey, type Contender, jobId } from "./contender.ts";

// known only once it is generated
interface Sdk {
  client: { setConfig(config: { baseUrl: string; auth: () => string; headers: Record<string, string> }): void };
  getBulkCreateCategoriesJob(options: object): Promise<{ data?: { data: { id: string } } }>;
}

/** The fetch client that hey-api generates, as it comes. */
export const heyApi: Contender = async (baseUrl) => {
  const folder = await mkdtemp(join(tmpdir(), "hey-api-"));
  try {
    await generateHeyApi(folder);
    const contents = 'export * from "./sdk.gen.js"; export { client } from "./client.gen.js";';
    const outfile = join(folder, "sdk.mjs");
    const stdin = { contents, resolveDir: folder };
    await build({ stdin, bundle: true, format: "esm", platform: "node", outfile, logLevel: "error" });
    const { client, getBulkCreateCategoriesJob }: Sdk = await import(pathToFileURL(outfile).href);
    const headers = { revision: "2026-07-15", accept: "application/vnd.api+json" };
    client.setConfig({ baseUrl, auth: () => `Klaviyo-API-Key ${apiKey}`, headers });
    return async () => {
      const { data } = await getBulkCreateCategoriesJob({
        path: { job_id: jobId },
        query: { include: ["categories"], "fields[catalog-category]": ["name", "external_id"] },
      });
      return data?.data.id;
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};
