import { createServer } from "node:http";

// Runs in a process of its own, so that the benchmark's CPU time is the client's alone.
const body = JSON.stringify({
  data: {
    type: "catalog-category-bulk-create-job",
    id: "01J",
    attributes: { status: "complete", total_count: 1, completed_count: 1, failed_count: 0, created_at: "2026-07-15" },
    links: { self: "https://a.klaviyo.com/api/catalog-category-bulk-create-jobs/01J" },
  },
});
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, {
    "content-type": "application/vnd.api+json",
    "content-length": Buffer.byteLength(body),
    "ratelimit-limit": "1000000",
    "ratelimit-remaining": "999999",
    "ratelimit-reset": "60",
  });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as { port: number }).port));
process.on("disconnect", () => process.exit());
