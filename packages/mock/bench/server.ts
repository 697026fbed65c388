// Started by answer-rate.ts in a process of its own: `bare` is a hono route that answers a fixed document, `mock` the
// mock. Tells its URL first, and the processor seconds it has used whenever it is asked.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { createMock } from "../src/index.ts";
import { headers, seedJob } from "./seed-job.ts";

const mock = createMock({ limits: false, pace: { queued: 0, processing: 0 } });
const path = await seedJob(mock);
const document = await (await mock.fetch(path, { headers })).json();
const tell = (value: string | number) => process.send?.(value);

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  tell((user + system) / 1e6);
});

if (process.argv[2] === "mock") {
  tell((await mock.listen()).url + path);
} else {
  const app = new Hono();
  app.get("/api/catalog-category-bulk-create-jobs/:job_id/", (context) => context.json(document));
  serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => tell(`http://127.0.0.1:${port}${path}`));
}
