// The packages are ESM only; Node from 20.19 on lets CommonJS require them.
const { createClient, ApiError } = require("@org/client");
const pinned = require("@org/client/2023-12-15");
const { createMock } = require("@org/mock");
require("@org/types");

async function main(baseUrl) {
  const klaviyo = createClient({ apiKey: "pk_test", baseUrl });
  const { data } = await klaviyo.GET("/api/catalog-categories");
  const { error } = await klaviyo.GET("/api/catalog-items/{id}", {
    params: { path: { id: "$custom:::$default:::no" } },
  });
  if (!(error instanceof ApiError) || pinned.createClient === createClient) throw new Error("not the same package");
  console.log(`require ${Array.isArray(data.data)} ${error.status} ${typeof createMock().fetch}`);
}

main(process.argv[2]);
