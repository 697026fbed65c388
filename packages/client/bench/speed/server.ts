import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

// In a process of its own, so that a contender's CPU time is the contender's alone.
const document = {
  data: {
    type: "catalog-category-bulk-create-job",
    id: "01J",
    attributes: { status: "complete", total_count: 1, completed_count: 1, failed_count: 0, created_at: "2026-07-15" },
    relationships: { categories: { data: [{ type: "catalog-category", id: "$custom:::$default:::SHIRTS" }] } },
    links: { self: "https://a.klaviyo.com/api/catalog-category-bulk-create-jobs/01J" },
  },
  included: [
    {
      type: "catalog-category",
      id: "$custom:::$default:::SHIRTS",
      attributes: { name: "Shirts", external_id: "SHIRTS" },
    },
  ],
};
const body = JSON.stringify(document);
const headers = {
  "content-type": "application/vnd.api+json",
  "content-length": Buffer.byteLength(body),
  "ratelimit-limit": "1000000",
  "ratelimit-remaining": "999999",
  "ratelimit-reset": "60",
};
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers).end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
